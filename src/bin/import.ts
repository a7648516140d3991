import type { SanitizedConfig } from 'payload'

import { importInTerminal } from '../importer/importInTerminal.ts'
import { payloadStore } from '../importer/store.ts'
import { runScript } from './runScript.ts'

/** `npx payload broadsheet:import FILE…`: the import command on the app's own database. */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, (argv, open) => importInTerminal(argv, async () => payloadStore(await open())))
}
