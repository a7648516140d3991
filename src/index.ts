export { broadsheet } from './plugin.ts'
export { resolveOptions, type BroadsheetOptions, type ResolvedOptions, type Slugs } from './options.ts'
export { sqliteDatabase, type SqliteDatabaseOptions } from './database/sqliteDatabase.ts'
export { idField } from './collections/fields/idField.ts'
