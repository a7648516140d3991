import { collectionNames, groupNames, ownedNames } from './options/names.ts'
import { OptionError } from './options/optionError.ts'
import { resolveFeeds } from './options/resolveFeeds.ts'
import { resolveDelivery } from './options/resolveDelivery.ts'
import { resolveProfiles } from './options/resolveProfiles.ts'
import { resolveRoles } from './options/resolveRoles.ts'
import { resolveSlugs } from './options/resolveSlugs.ts'
import { resolveViews } from './options/resolveViews.ts'
import { resolveWebhooks } from './options/resolveWebhooks.ts'
import type { BroadsheetOptions, ResolvedOptions } from './options/types.ts'

export {
  collectionNames,
  type CollectionName,
  type GroupName,
  type Slugs,
  type ViewName,
} from './options/names.ts'
export { rolesStandFor } from './options/resolveRoles.ts'
export type {
  BroadsheetOptions,
  ComposedOptions,
  DeliveryOptions,
  FieldsArgs,
  OnPublicChange,
  OwnProfile,
  PublishEvent,
  ResolvedOptions,
  TransitionEvent,
  Webhook,
  Word,
} from './options/types.ts'

/** Every option there is: one that is not here is a typing error, which would otherwise do nothing without a word. */
const known: Record<keyof BroadsheetOptions, readonly string[] | null> = {
  enabled: null,
  slugs: null,
  labels: collectionNames,
  groups: groupNames,
  fields: [...collectionNames, ...ownedNames],
  roles: null,
  profiles: null,
  delivery: ['memory', 'mostRows', 'cacheControl', 'credentialHeaders', 'previewUrl', 'alsoShown'],
  onTransition: null,
  onPublish: null,
  search: null,
  webhooks: null,
  feeds: ['content', 'path'],
  views: null,
}

/** Fills in the defaults and checks what was given. Throws with the option, its value and the fix. */
export function resolveOptions(options: BroadsheetOptions = {}): ResolvedOptions {
  checkNames(options)
  const { enabled = true, labels = {}, groups = {}, fields = {} } = options
  const { onTransition = null, onPublish = null, search = true } = options
  for (const [name, value] of Object.entries({ enabled, search })) {
    if (typeof value !== 'boolean') throw new OptionError(name, value, 'Give true or false.')
  }
  for (const [name, hook] of Object.entries({ onTransition, onPublish })) {
    if (hook !== null && typeof hook !== 'function') throw new OptionError(name, hook, 'Give a function.')
  }
  for (const [name, make] of Object.entries(fields)) {
    if (typeof make === 'function') continue
    throw new OptionError(
      `fields.${name}`,
      make,
      'Give a function: ({ defaultFields }) => [...defaultFields].',
    )
  }
  return {
    ...{ enabled, labels, groups, fields, onTransition, onPublish, search },
    slugs: resolveSlugs(options.slugs),
    roles: resolveRoles(options.roles),
    profiles: resolveProfiles(options.profiles),
    delivery: resolveDelivery(options.delivery),
    webhooks: resolveWebhooks(options.webhooks),
    feeds: resolveFeeds(options.feeds),
    views: resolveViews(options.views),
  }
}

function checkNames(options: BroadsheetOptions): void {
  for (const [option, value] of Object.entries(options)) {
    if (!(option in known)) {
      throw new OptionError(option, value, `There is no such option: ${Object.keys(known).join(', ')}.`)
    }
    const names = known[option as keyof BroadsheetOptions]
    if (!names || typeof value !== 'object' || value === null) continue
    const wrong = Object.keys(value).find((name) => !names.includes(name))
    if (wrong) throw new OptionError(`${option}.${wrong}`, value[wrong], `Name one of ${names.join(', ')}.`)
  }
}

/** The resolved options of a Payload instance that has the plugin. */
export function optionsOf(payload: { config: { custom?: Record<string, unknown> } }): ResolvedOptions {
  return payload.config.custom?.broadsheet as ResolvedOptions
}
