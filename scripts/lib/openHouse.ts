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

/**
 * Runs a command of the package on the newspaper's own database and leaves its exit code. Until it has spoken, an end of
 * any kind (an error, a drained event loop) is 2: nothing was done.
 */
export async function runInHouse(
  command: (argv: string[], open: () => Promise<Payload>) => Promise<number>,
): Promise<void> {
  process.exitCode = 2
  let payload: Payload | undefined
  const code = await command(process.argv.slice(2), async () => (payload ??= await openHouse())).catch(
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      return 2
    },
  )
  // A house that refused to open has left its connection to the database open, which would keep this process for ever.
  if (!payload) process.exit(code)
  await payload.destroy()
  process.exitCode = code
}
