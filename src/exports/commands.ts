/** The commands as functions of their arguments and of a way to open Payload, for an app's own scripts. */
export { auditCommand } from '../bin/auditCommand.ts'
export { importInTerminal } from '../importer/importInTerminal.ts'
export { searchRebuildCommand } from '../bin/searchRebuildCommand.ts'
