export { sqliteDatabase, type SqliteDatabaseOptions } from '../database/sqliteDatabase.ts'
