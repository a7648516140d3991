import type { Config } from 'payload'

import type { ViewName } from '../options.ts'
import { languages, wordsIn } from '../translations/index.ts'

type Admin = NonNullable<Config['admin']>
type Translations = NonNullable<NonNullable<Config['i18n']>['translations']>

/** The admin's components with those of our views that are wished, and the ways to them, added to the app's own. */
export function withViews(
  components: Admin['components'],
  views: readonly ViewName[],
): NonNullable<Admin['components']> {
  if (views.length === 0) return { ...components }
  const beforeDashboard = ['payload-plugin-broadsheet/rsc#Today', ...(components?.beforeDashboard ?? [])]
  const providers = [...(components?.providers ?? []), 'payload-plugin-broadsheet/client#FollowBack']
  if (!views.includes('issues')) return { ...components, beforeDashboard, providers }
  return {
    ...components,
    beforeDashboard,
    providers,
    beforeNavLinks: [
      'payload-plugin-broadsheet/client#ProductionLink',
      ...(components?.beforeNavLinks ?? []),
    ],
    views: {
      production: { Component: 'payload-plugin-broadsheet/rsc#Production', path: '/production', exact: true },
      flowSheet: { Component: 'payload-plugin-broadsheet/rsc#FlowSheetView', path: '/flow-sheet/:id' },
      ...components?.views,
    },
  }
}

/** Names of our views in Payload's dictionaries, where the tabs of a document look them up. */
export function withViewNames(translations: Translations | undefined): Translations {
  const given: Record<string, object | undefined> = { ...translations }
  const named = languages.map((language) => {
    const { board } = wordsIn(language)
    const names = { board: board['board.title'], desk: board['desk.title'] }
    return [language, { ...given[language], broadsheet: names }] as const
  })
  return { ...given, ...Object.fromEntries(named) } as Translations
}
