import type { SanitizedConfig } from 'payload'

import { backupCommand } from './backupCommands.ts'
import { runScript } from './runScript.ts'

/** `npx payload broadsheet:backup FILE`. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, backupCommand)
}
