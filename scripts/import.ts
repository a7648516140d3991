import { createInterface } from 'node:readline/promises'

import { runCommand, payloadStore } from '../src/exports/importer.ts'
import { failureText } from '../server/startup/failures.mjs'
import { prepareProcess } from '../server/startup/prepareProcess.mjs'

// Outside production Payload would push the schema by itself, past the migrations.
Object.assign(process.env, { NODE_ENV: 'production' })

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

const { stdin, stdout, stderr } = process
let ended = false
// An import that drains the event loop would end the process with nothing done and code 0.
process.on('exit', (code) => {
  if (!ended && code === 0) process.exitCode = 1
})

const code = await runCommand(process.argv.slice(2), {
  env: process.env,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  ...(stdout.isTTY ? { width: stdout.columns } : {}),
  live: stderr.isTTY === true,
  ...(stdin.isTTY && stderr.isTTY ? { ask } : {}),
  signal: stop.signal,
  openStore,
})
ended = true
process.exitCode = code

async function openStore() {
  const prepared = prepareProcess()
  if ('failure' in prepared) {
    stderr.write(`${failureText(prepared.failure)}\n`)
    ended = true
    process.exit(1)
  }
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const sanitized = await config
  // What Payload has to say must not stand among the results.
  Object.assign(sanitized, { logger: { options: { level: 'error' }, destination: stderr } })
  const payload = await getPayload({ config: sanitized })
  return payloadStore(payload, () => payload.destroy())
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stderr })
  try {
    return await terminal.question(question, { signal: stop.signal })
  } finally {
    terminal.close()
  }
}
