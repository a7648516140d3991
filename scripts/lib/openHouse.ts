import type { Payload } from 'payload'

import { failureText } from '../../server/startup/failures.mjs'
import { prepareProcess } from '../../server/startup/prepareProcess.mjs'

/**
 * Opens the newspaper's own database for a command, as the server would: same settings, same secret, migrations run.
 * What Payload has to say goes to standard error, and only from errors on. Ends the process with exit code 2 and one
 * sentence when the settings or the disk do not allow it.
 */
export async function openHouse(): Promise<Payload> {
  // Outside production Payload would push the schema by itself, past the migrations.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const prepared = prepareProcess()
  if ('failure' in prepared) {
    process.stderr.write(`${failureText(prepared.failure)}\n`)
    process.exit(2)
  }
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const sanitized = await config
  Object.assign(sanitized, { logger: { options: { level: 'error' }, destination: process.stderr } })
  return getPayload({ config: sanitized })
}
