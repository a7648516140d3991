import type { SanitizedConfig } from 'payload'

import { auditCommand } from './auditCommand.ts'
import { runScript } from './runScript.ts'

/** `npx payload broadsheet:audit`: walks the app's whole trail and names the first wrong row. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, auditCommand)
}
