import { viewNames, type ViewName } from './names.ts'
import { OptionError } from './optionError.ts'

/** Which of the plugin's own views the admin has. */
export function resolveViews(views: readonly ViewName[] = viewNames): readonly ViewName[] {
  if (!Array.isArray(views)) throw new OptionError('views', views, `Give a list of ${viewNames.join(', ')}.`)
  for (const [index, name] of views.entries()) {
    if (!viewNames.includes(name)) {
      throw new OptionError(`views[${index}]`, name, `Name one of ${viewNames.join(', ')}.`)
    }
  }
  return views
}
