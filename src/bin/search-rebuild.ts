import type { SanitizedConfig } from 'payload'

import { runScript } from './runScript.ts'
import { searchRebuildCommand } from './searchRebuildCommand.ts'

/** `npx payload broadsheet:search-rebuild`: makes the index of the app's search anew. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, searchRebuildCommand)
}
