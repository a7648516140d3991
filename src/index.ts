export { broadsheet } from './plugin.ts'
export {
  optionsOf,
  resolveOptions,
  type BroadsheetOptions,
  type OwnProfile,
  type PublishEvent,
  type ResolvedOptions,
  type Slugs,
  type TransitionEvent,
  type Webhook,
} from './options.ts'
export { idField } from './collections/fields/idField.ts'
export { authOverRestOnly } from './endpoints/authOverRestOnly.ts'
export { webhooksFrom } from './options/webhooksFrom.ts'
