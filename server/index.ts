import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { NewerSchema } from '../src/exports/server.ts'
import { type BroadsheetServer, createServer } from './createServer.ts'
import { firstRun } from './firstRun.ts'
import { firstRunLines, greetingLines, keepFirstRunReport, meanwhileLines, shownOrigin } from './greeting.ts'
import { createLogger } from './logger.ts'
import { failureText, type StartupFailure } from './startup/failures.mjs'
import { prepareProcess, type ReadySettings } from './startup/prepareProcess.mjs'
import { databaseFailure, listenFailure } from './startup/reachable.mjs'
import { stopOnSignals } from './stopOnSignals.ts'

const dev = process.env.NODE_ENV !== 'production'
const logger = createLogger({ dev })

let started = false
let explained = false
// Migrations that fail, and imports that drain the event loop, end the process without a word of why.
process.on('exit', (code) => {
  if (started || explained) return
  process.exitCode = code || 1
  console.error(failureText({ code: 'endedEarly' }))
})

const failure = await start()
if (failure) {
  explained = true
  console.error(failureText(failure))
  process.exit(1)
}

async function start(): Promise<StartupFailure | null> {
  const prepared = prepareProcess()
  if ('failure' in prepared) return prepared.failure
  const { settings } = prepared
  // The server restarts when its sources change; Payload need not watch them as well.
  if (dev) process.env.DISABLE_PAYLOAD_HMR = 'true'
  // Only now: the configuration reads the environment that was just completed.
  const { default: config } = await import('../payload.config.ts')

  const server = await createServer({ ...settings, config, logger, dev }).catch((error: unknown) => {
    if (error instanceof NewerSchema) {
      return { code: 'schemaNewer', params: { names: error.names.join(', ') } } satisfies StartupFailure
    }
    if (error instanceof Error && 'payloadInitError' in error) return databaseFailure(settings, error.message)
    throw error
  })
  if ('code' in server) return server
  if (server.migrationsMissing.length > 0) {
    return { code: 'migrationsMissing', params: { names: server.migrationsMissing.join(', ') } }
  }

  const firstLines = await setUpHouse(server.payload)
  const listening = await listen(server, settings)
  if ('code' in listening) return listening
  started = true
  stopOnSignals({ close: () => server.close(), logger })

  console.log([...greetingLines(shownOrigin(settings, listening.port)), ...firstLines].join('\n'))
  return null
}

/** On the first start: accounts and the sample issue. Gives what to print about them, once. */
async function setUpHouse(payload: Payload): Promise<string[]> {
  const report = await firstRun(payload, { samples: 'samples' })
  if (!report) return []
  if (report === 'meanwhile') return meanwhileLines
  await keepFirstRunReport(report, process.env.BROADSHEET_FIRST_RUN_REPORT)
  return firstRunLines(report)
}

function listen({ http }: BroadsheetServer, settings: ReadySettings): Promise<AddressInfo | StartupFailure> {
  return new Promise((resolve) => {
    http.once('error', (error) => resolve(listenFailure(error, settings)))
    http.listen({ host: settings.host, port: settings.port }, () => resolve(http.address() as AddressInfo))
  })
}
