import type { Payload } from 'payload'
import { parseArgs } from 'node:util'

import { optionsOf } from '../options.ts'
import { fill, type Language } from '../translations/index.ts'
import { searchWords } from '../translations/search.ts'

/** The index is whole; there is no search here; wrong usage, or it could not be built. */
const codes = { built: 0, none: 1, impossible: 2 } as const

/** Runs the rebuild at this terminal, on the Payload that `open` gives, and gives its exit code. */
export async function searchRebuildCommand(
  argv: readonly string[],
  open: () => Promise<Payload>,
): Promise<number> {
  const { stdout, stderr, env } = process
  const { tokens } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean' }, help: { type: 'boolean' }, lang: { type: 'string' } },
    ...{ strict: false, allowPositionals: true, tokens: true },
  })
  const options = tokens.filter((token) => token.kind === 'option')
  const asked = options.find(({ name }) => name === 'lang')?.value
  const words = searchWords(languageOf(asked, env))
  const wrong = tokens.find(
    (token) =>
      token.kind !== 'option' ||
      !['json', 'help', 'lang'].includes(token.name) ||
      (token.name === 'lang' && token.value !== 'zh' && token.value !== 'en'),
  )
  if (options.some(({ name }) => name === 'help')) {
    stdout.write(`${words.usage}\n`)
    return codes.built
  }
  if (wrong) {
    const option = wrong.kind === 'option' ? wrong.rawName : wrong.kind === 'positional' ? wrong.value : '--'
    stderr.write(`${fill(words.unknownOption, { option })}\n\n${words.usage}\n`)
    return codes.impossible
  }

  const json = options.some(({ name }) => name === 'json')
  const live = stderr.isTTY && !json
  const payload = await open()
  const { slugs, search } = optionsOf(payload)
  // Wrong usage is answered without loading the rest.
  const { rebuildSearch } = await import('../delivery/search/rebuildSearch.ts')
  const start = performance.now()
  const articles = search
    ? await rebuildSearch({
        ...{ payload, slugs },
        ...(live
          ? { onProgress: (done, all) => stderr.write(`\r${fill(words.progress, { done, all })}\u001b[K`) }
          : {}),
      })
    : null
  if (live) stderr.write('\r\u001b[K')
  const seconds = Math.round((performance.now() - start) / 100) / 10
  if (json) stdout.write(`${JSON.stringify({ built: articles !== null, articles, seconds })}\n`)
  else if (articles === null) stderr.write(`${words.none}\n`)
  else stdout.write(`${fill(words.built, { articles, seconds })}\n`)
  return articles === null ? codes.none : codes.built
}

function languageOf(asked: string | undefined, env: Record<string, string | undefined>): Language {
  if (asked) return asked === 'en' ? 'en' : 'zh'
  return /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh'
}
