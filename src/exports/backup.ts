export { writeBackup, type BackedUp } from '../backup/writeBackup.ts'
export { restoreBackup, type Restored } from '../backup/restoreBackup.ts'
export { BackupRefusal, type BackupProblem } from '../backup/format.ts'
