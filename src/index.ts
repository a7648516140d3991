export { broadsheet } from './plugin.ts'
export { resolveOptions, type BroadsheetOptions, type ResolvedOptions, type Slugs } from './options.ts'
export { idField } from './collections/fields/idField.ts'
export { authOverRestOnly } from './endpoints/authOverRestOnly.ts'
