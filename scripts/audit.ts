import { parseArgs } from 'node:util'

import { auditHouse, auditText, describeFinding } from '../src/exports/audit.ts'
import { failureText } from '../server/startup/failures.mjs'
import { prepareProcess } from '../server/startup/prepareProcess.mjs'

// Outside production Payload would push the schema by itself, past the migrations.
Object.assign(process.env, { NODE_ENV: 'production' })

const { stdout, stderr, env } = process
/** Everything agrees; a row does not; wrong usage, or no audit was possible. */
const codes = { whole: 0, broken: 1, impossible: 2 } as const

// Until the audit has spoken, an end of any kind (a drained event loop too) is not "everything agrees".
process.exitCode = codes.impossible
process.exitCode = await audit().catch((error: unknown) => {
  // Node would end with 1, which means that a row is wrong.
  stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return codes.impossible
})

async function audit(): Promise<number> {
  const { tokens } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean' }, lang: { type: 'string' } },
    ...{ strict: false, allowPositionals: true, tokens: true },
  })
  const given = new Map(tokens.map((token) => [token.kind === 'option' ? token.name : '', token]))
  const lang = given.get('lang')
  const asked = lang?.kind === 'option' ? lang.value : undefined
  const language = asked
    ? asked === 'en'
      ? 'en'
      : 'zh'
    : /^en/i.test(env.LC_ALL || env.LANG || '')
      ? 'en'
      : 'zh'
  const wrong = tokens.find(
    (token) =>
      token.kind !== 'option' ||
      !['json', 'help', 'lang'].includes(token.name) ||
      (token.name === 'lang' && token.value !== 'zh' && token.value !== 'en'),
  )
  if (given.has('help')) {
    stdout.write(`${auditText(language, 'usage')}\n`)
    return codes.whole
  }
  if (wrong) {
    const option = wrong.kind === 'option' ? wrong.rawName : wrong.kind === 'positional' ? wrong.value : '--'
    stderr.write(`${auditText(language, 'usage.unknown', { option })}\n\n${auditText(language, 'usage')}\n`)
    return codes.impossible
  }

  const prepared = prepareProcess()
  if ('failure' in prepared) {
    stderr.write(`${failureText(prepared.failure)}\n`)
    return codes.impossible
  }
  const { getPayload } = await import('payload')
  const config = await (await import('../payload.config.ts')).default
  // What Payload has to say must not stand among the results.
  Object.assign(config, { logger: { options: { level: 'error' }, destination: stderr } })
  const payload = await getPayload({ config })
  const live = stderr.isTTY && !given.has('json')
  const show = (done: number, all: number) =>
    stderr.write(`\r${auditText(language, 'progress', { done, all })}`)
  try {
    const { finding, counts } = await auditHouse(payload, live ? show : undefined)
    if (live) stderr.write('\r\u001b[K')
    const described = finding && { ...finding, ...describeFinding(finding, language) }
    if (given.has('json')) {
      stdout.write(`${JSON.stringify({ whole: finding === null, finding: described, counts })}\n`)
    } else if (described) stdout.write(`${described.row}\n${described.what}\n`)
    else stdout.write(`${auditText(language, 'whole')}\n${auditText(language, 'counts', { ...counts })}\n`)
    return finding ? codes.broken : codes.whole
  } finally {
    await payload.destroy()
  }
}
