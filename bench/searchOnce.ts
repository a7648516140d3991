import { randomBytes } from 'node:crypto'
import { on } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, handleEndpoints } from 'payload'

import { rebuildSearchIndex } from '../src/exports/search.ts'
import { inventedWords, numbersFrom } from './inventedText.ts'
import { publishArchive } from './publishedArchive.ts'

/** What is told when the archive is there and indexed. */
export interface Ready {
  articles: number
  /** Seconds to make the index anew. */
  rebuild: number
  /** Of the whole database, where it is one file. */
  bytes: number
  kinds: string[]
}

/** What is told when the queries of a kind were asked once each, query by query. */
export interface Asked {
  /** Milliseconds. */
  times: number[]
  /** Articles found; no more are counted than `mostResults`. */
  found: number[]
}

const queriesOfKind = 12

const articles = Number(process.argv[2])
/** Where archives are kept for the next time, if they are. */
const keep = process.argv[3]
const folder = keep
  ? path.join(keep, `search-${articles}`)
  : mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
mkdirSync(folder, { recursive: true })
const { DATABASE_URI: given } = process.env
Object.assign(process.env, {
  NODE_ENV: 'production',
  PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  BROADSHEET_DATA_DIR: folder,
})
if (given?.startsWith('mongodb')) {
  const url = new URL(given)
  url.pathname = `/broadsheet_bench_${keep ? articles : randomBytes(6).toString('hex')}`
  process.env.DATABASE_URI = url.toString()
} else delete process.env.DATABASE_URI

try {
  const { default: config } = await import('../payload.config.ts')
  const sanitized = await config
  Object.assign(sanitized, { logger: { options: { level: 'error' }, destination: process.stderr } })
  const payload = await getPayload({ config: sanitized })
  const words = inventedWords()
  // With a condition: without one MongoDB answers with an estimate.
  const published = { _status: { equals: 'published' } } as const
  const { totalDocs: before } = await payload.count({ collection: 'articles', where: published })
  if (before === 0) await publishArchive(payload, { articles, words })
  const size = () => (given ? 0 : statSync(path.join(folder, 'broadsheet.db')).size)
  const answer = (params: URLSearchParams): Promise<Response> =>
    handleEndpoints({
      config: sanitized,
      request: new Request(`http://localhost/api/search?${params}`),
    })
  const ask = async (params: URLSearchParams): Promise<{ count: number; milliseconds: number }> => {
    const from = performance.now()
    const response = await answer(params)
    const text = await response.text()
    const milliseconds = performance.now() - from
    if (response.status !== 200) throw new Error(`${params}: ${response.status} ${text}`)
    return { count: (JSON.parse(text) as { total: { count: number } }).total.count, milliseconds }
  }
  const start = performance.now()
  // Of an archive that was kept the index is there, unless its layout has changed since.
  const isIndexed = (await answer(new URLSearchParams({ q: words[0]! }))).status === 200
  const indexed = before === articles && isIndexed ? before : await rebuildSearchIndex(payload)
  const rebuild = (performance.now() - start) / 1000
  if (indexed !== articles) throw new Error(`${String(indexed)} of ${articles} articles were indexed.`)
  const kinds = queriesOf(words)
  process.send!({ articles, rebuild, bytes: size(), kinds: Object.keys(kinds) } satisfies Ready)
  // The other archive is measured by turns, so that what else the machine does falls on both.
  for await (const [kind] of on(process, 'message') as AsyncIterable<[string]>) {
    if (kind === 'end') break
    const times: number[] = []
    const found: number[] = []
    for (const query of kinds[kind]!) {
      const { count, milliseconds } = await ask(new URLSearchParams(query))
      times.push(milliseconds)
      found.push(count)
    }
    process.send!({ times, found } satisfies Asked)
  }
  if (given?.startsWith('mongodb') && !keep) {
    const { connection } = payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }
    await connection.dropDatabase()
  }
  await payload.destroy()
} finally {
  if (!keep) rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** What readers ask, from the commonest to what is nowhere, with and without narrowing it. */
function queriesOf(words: readonly string[]): Record<string, Record<string, string>[]> {
  const next = numbersFrom(99)
  const word = (from: number, to: number): string => words[from + Math.floor(next() * (to - from))]!
  const many = (make: () => Record<string, string>) => Array.from({ length: queriesOfKind }, make)
  return {
    character: many(() => ({ q: [...word(0, 60)][0]! })),
    everywhere: many(() => ({ q: word(0, 5) })),
    common: many(() => ({ q: word(5, 60) })),
    usual: many(() => ({ q: word(200, 1_000) })),
    rare: many(() => ({ q: word(10_000, 40_000) })),
    phrase: many(() => ({ q: word(0, 30) + word(0, 30) })),
    longPhrase: many(() => ({ q: word(0, 60) + word(0, 60) + word(0, 60) })),
    nowhere: many(() => ({ q: word(20_000, 40_000) + word(20_000, 40_000) })),
    twoCommon: many(() => ({ q: `${word(5, 60)} ${word(5, 60)}` })),
    commonAndRare: many(() => ({ q: `${word(0, 60)} ${word(10_000, 40_000)}` })),
    ofPublication: many(() => ({ q: word(5, 300), publication: 'paper-2' })),
    ofYear: many(() => ({ q: word(5, 300), from: '2001', to: '2001' })),
    ofPage: many(() => ({ q: word(5, 300), page: '副刊' })),
    ofAuthor: many(() => ({ q: word(5, 300), author: '记者0-7' })),
    newest: many(() => ({ q: word(5, 300), sort: 'newest' })),
    deep: many(() => ({ q: word(5, 60), offset: '400' })),
  }
}
