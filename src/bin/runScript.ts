import { getPayload, type Payload, type SanitizedConfig } from 'payload'

/** The commands' own codes: everything is well is 0. Until a command has ended, an end of any kind is not that. */
const impossible = 2

/**
 * Runs a command for `npx payload broadsheet:…` and ends the process with its exit code: Payload itself would end with 0
 * whatever happened. Gives the command what follows its name, and a way to open the app's Payload, which is closed again.
 */
export async function runScript(
  config: SanitizedConfig,
  command: (argv: string[], open: () => Promise<Payload>) => Promise<number>,
): Promise<never> {
  process.exitCode = impossible
  // What Payload has to say must not stand among the results.
  Object.assign(config, { logger: { options: { level: 'error' }, destination: process.stderr } })
  let payload: Payload | undefined
  const code = await command(
    process.argv.slice(3),
    async () => (payload ??= await getPayload({ config })),
  ).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return impossible
  })
  await payload?.destroy()
  process.exit(code)
}
