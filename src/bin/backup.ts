import type { SanitizedConfig } from 'payload'

import { backupCommand } from '../backup/terminal.ts'
import { runScript } from './runScript.ts'

/** `npx payload broadsheet:backup FILE`. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, backupCommand)
}
