export { migrateOneAtATime } from '../database/migrateOneAtATime.ts'
