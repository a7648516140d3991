import { randomBytes } from 'node:crypto'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

import { lexicalBody, payloadStore, readPage, runImport, steadyHeap } from '../src/exports/importer.ts'
import { makePage } from './newspaper.ts'

/** Pages of an issue of the bench's newspaper. */
const pagesOfIssue = 16
/** Texts there are; a page number and a date make each page of the paper another one. */
const differentPages = 500

// As the command does.
steadyHeap()
const [what, given] = process.argv.slice(2)
const count = Number(given)
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
const results: Record<string, () => Promise<{ seconds: number; articles: number }>> = { parse, whole, plain }

try {
  const { seconds, articles } = await results[what!]!()
  // Linux counts in kilobytes.
  const peak = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ seconds, pages: count, articles, peak }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

function textOf(index: number): string {
  return makePage(index % differentPages)
}

async function parse(): Promise<{ seconds: number; articles: number }> {
  const texts = Array.from({ length: Math.min(count, differentPages) }, (_, index) => textOf(index))
  // The first pages are slower: the code is being compiled.
  for (const text of texts.slice(0, 200)) readPage(text)
  let articles = 0
  const start = performance.now()
  for (let index = 0; index < count; index++)
    articles += readPage(texts[index % texts.length]!).articles.length
  return { seconds: (performance.now() - start) / 1000, articles }
}

async function whole(): Promise<{ seconds: number; articles: number }> {
  writeIssues()
  const payload = await openHouse()
  const start = performance.now()
  const options = { sources: [path.join(folder, 'issues')], createPublication: true }
  const { counts, result } = await runImport(async () => payloadStore(payload), options)
  const seconds = (performance.now() - start) / 1000
  if (result !== 'success' || counts.pages !== count) throw new Error(JSON.stringify(counts))
  await payload.destroy()
  return { seconds, articles: counts.created }
}

/** What anybody would write first: read a page, create its documents one after the other with the Local API. */
async function plain(): Promise<{ seconds: number; articles: number }> {
  writeIssues()
  const payload = await openHouse()
  const create = async (collection: string, data: object, draft = false): Promise<string> =>
    String((await payload.create({ collection, data: data as never, draft, depth: 0 })).id)
  const start = performance.now()
  const publication = await create('publications', { name: '测速日报', slug: 'bench' })
  const authors = new Map<string, string>()
  let issue = ''
  let articles = 0
  for (let index = 0; index < count; index++) {
    if (index % pagesOfIssue === 0)
      issue = await create('issues', { publication, date: dayOf(index), edition: 'main' })
    const page = await create('pages', { issue, number: String((index % pagesOfIssue) + 1) })
    for (const [order, article] of readPage(textOf(index)).articles.entries()) {
      for (const { name } of article.authors) {
        if (!authors.has(name)) authors.set(name, await create('authors', { name, publication }))
      }
      const { kicker, headline, bylineRaw, photoCredits, column, truncated } = article
      const data = {
        ...{ publication, kicker, headline, bylineRaw, photoCredits, column, truncated },
        deck: article.deck.join('\n') || null,
        dateline: {
          agency: article.dateline?.agency,
          place: article.dateline?.place,
          date: article.dateline?.date,
        },
        authors: article.authors.map(({ name }) => authors.get(name)!),
        body: lexicalBody(article.blocks),
      }
      const id = await create('articles', data, true)
      const { startLine, endLine } = article
      await create('placements', { article: id, page, order: order + 1, startLine, endLine })
      articles += 1
    }
  }
  const seconds = (performance.now() - start) / 1000
  await payload.destroy()
  return { seconds, articles }
}

/** One folder for each issue, with its manifest. */
function writeIssues(): void {
  for (let first = 0; first < count; first += pagesOfIssue) {
    const issue = path.join(folder, 'issues', dayOf(first))
    mkdirSync(issue, { recursive: true })
    const pages = Array.from({ length: Math.min(pagesOfIssue, count - first) }, (_, page) => page + 1)
    for (const page of pages) writeFileSync(path.join(issue, `p${page}.txt`), textOf(first + page - 1))
    const rows = pages.map((page) => `  - { file: p${page}.txt, number: '${page}' }`)
    const manifest = [
      'publication: { name: 测速日报, slug: bench }',
      `date: ${dayOf(first)}`,
      'pages:',
      ...rows,
      '',
    ]
    writeFileSync(path.join(issue, 'issue.yaml'), manifest.join('\n'))
  }
}

function dayOf(index: number): string {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / pagesOfIssue)))
  return day.toISOString().slice(0, 10)
}

async function openHouse(): Promise<Payload> {
  const { DATABASE_URI: given } = process.env
  Object.assign(process.env, {
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    BROADSHEET_DATA_DIR: folder,
  })
  if (given?.startsWith('mongodb')) {
    const url = new URL(given)
    url.pathname = `/broadsheet_bench_${randomBytes(6).toString('hex')}`
    process.env.DATABASE_URI = url.toString()
  } else delete process.env.DATABASE_URI
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const sanitized = await config
  Object.assign(sanitized, { logger: { options: { level: 'error' }, destination: process.stderr } })
  return getPayload({ config: sanitized })
}
