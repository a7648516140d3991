import type { Payload } from 'payload'
import { parseArgs } from 'node:util'

import { auditHouse, auditText, describeFinding } from '../exports/audit.ts'
import type { Language } from '../translations/index.ts'

/** Everything agrees; a row does not; wrong usage, or no audit was possible. */
const codes = { whole: 0, broken: 1, impossible: 2 } as const

/** Runs the audit command at this terminal, on the Payload that `open` gives, and gives its exit code. */
export async function auditCommand(argv: readonly string[], open: () => Promise<Payload>): Promise<number> {
  const { stdout, stderr, env } = process
  const { tokens } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean' }, help: { type: 'boolean' }, lang: { type: 'string' } },
    ...{ strict: false, allowPositionals: true, tokens: true },
  })
  const given = new Map(tokens.map((token) => [token.kind === 'option' ? token.name : '', token]))
  const lang = given.get('lang')
  const language = languageOf(lang?.kind === 'option' ? lang.value : undefined, env)
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

  const live = stderr.isTTY && !given.has('json')
  const show = (done: number, all: number) =>
    stderr.write(`\r${auditText(language, 'progress', { done, all })}`)
  const { finding, counts } = await auditHouse(await open(), live ? show : undefined)
  if (live) stderr.write('\r\u001b[K')
  const described = finding && { ...finding, ...describeFinding(finding, language) }
  if (given.has('json')) {
    stdout.write(`${JSON.stringify({ whole: finding === null, finding: described, counts })}\n`)
  } else if (described) stdout.write(`${described.row}\n${described.what}\n`)
  else stdout.write(`${auditText(language, 'whole')}\n${auditText(language, 'counts', { ...counts })}\n`)
  return finding ? codes.broken : codes.whole
}

function languageOf(asked: string | undefined, env: Record<string, string | undefined>): Language {
  if (asked) return asked === 'en' ? 'en' : 'zh'
  return /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh'
}
