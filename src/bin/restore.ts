import type { SanitizedConfig } from 'payload'

import { restoreCommand } from './backupCommands.ts'
import { runScript } from './runScript.ts'

/** `npx payload broadsheet:restore FILE`. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, restoreCommand)
}
