import { randomBytes } from 'node:crypto'
import { mkdirSync, existsSync } from 'node:fs'
import { getPayload } from 'payload'
import { rebuildSearchIndex } from '../src/exports/search.ts'
import { inventedWords } from './inventedText.ts'
import { publishArchive } from './publishedArchive.ts'
const n = Number(process.argv[2])
const folder = `/tmp/ftstest/arch${n}`
const fresh = !existsSync(folder + '/broadsheet.db')
mkdirSync(folder, { recursive: true })
Object.assign(process.env, { NODE_ENV: 'production', PAYLOAD_SECRET: randomBytes(32).toString('hex'), BROADSHEET_DATA_DIR: folder })
const { default: config } = await import('../payload.config.ts')
const s = await config
Object.assign(s, { logger: { options: { level: 'error' }, destination: process.stderr } })
const payload = await getPayload({ config: s })
const words = inventedWords()
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
if (fresh) {
  let t = cpu(); let w = performance.now()
  await publishArchive(payload, { articles: n, words })
  console.log('seed', cpu() - t, performance.now() - w); t = cpu(); w = performance.now()
  await rebuildSearchIndex(payload)
  console.log('rebuild', cpu() - t, performance.now() - w)
}
const { searchStore } = await import('../src/database/search/index.ts')
const { loadPublicArticles } = await import('../src/delivery/articles/loadPublicArticles.ts')
const { searchArticles } = await import('../src/delivery/search/searchArticles.ts')
const { readSearch, placesBetween } = await import('../src/core/search/index.ts')
const { optionsOf } = await import('../src/options.ts')
const slugs = optionsOf(payload).slugs
const store = searchStore(payload)!
for (const q of [words[0]!, words[20]!, words[500]!, words[20000]!, words[3]! + words[10]!, words[7]! + words[9]! + words[4]!, words[21000]! + words[31000]!, words[20]! + ' ' + words[20000]!]) {
  const request = readSearch(new URLSearchParams({ q })) as any
  const query = { phrases: request.phrases, all: [], anyOf: [], ...placesBetween(null, null), order: 'tiers' as const, offset: 0, limit: 20, cap: 1000, probe: { publications: [], cap: 100 } }
  const found = await store.find(query)
  const time = async (f: () => Promise<unknown>) => { await f(); const a = cpu(); for (let i = 0; i < 20; i++) await f(); return ((cpu() - a) / 20).toFixed(2) }
  console.log(q, found.rows.length, found.more, 'find', await time(() => store.find(query)), 'find0', await time(() => store.find({ ...query, cap: 20, order: 'newest' })), 'load', await time(() => loadPublicArticles({ payload, slugs }, found.matches.map((m) => m.article))), 'all', await time(() => searchArticles({ payload, slugs, request })))
}

{
  const request = readSearch(new URLSearchParams({ q: words[0]! })) as any
  const query = { phrases: request.phrases, all: [], anyOf: [], ...placesBetween(null, null), order: 'tiers' as const, offset: 0, limit: 20, cap: 1000, probe: { publications: [], cap: 100 } }
  const ids = (await store.find(query)).matches.map((m) => m.article)
  const time = async (f: () => Promise<unknown>) => { await f(); const a = cpu(); for (let i = 0; i < 30; i++) await f(); return ((cpu() - a) / 30).toFixed(2) }
  const f = (collection: string, where: any, select?: any) => time(() => payload.db.find({ collection, where, limit: 0, pagination: false, joins: false, select } as any))
  console.log('articles full', await f('articles', { id: { in: ids } }))
  console.log('articles body', await f('articles', { id: { in: ids } }, { headline: true, kicker: true, deck: true, column: true, body: true }))
  console.log('articles id', await f('articles', { id: { in: ids } }, { publication: true }))
  console.log('placements', await f('placements', { article: { in: ids } }))
  console.log('placements sel', await f('placements', { article: { in: ids } }, {article:true,page:true,issue:true,order:true}))
  const pl = (await payload.db.find({ collection: 'placements', where: { article: { in: ids } }, limit: 0, pagination: false } as any)).docs as any[]
  console.log('pages', await f('pages', { id: { in: pl.map((p) => p.page) } }), await f('pages', { id: { in: pl.map((p) => p.page) } }, {name:true,number:true,sequence:true}))
  console.log('issues', await f('issues', { id: { in: pl.map((p) => p.issue) } }))
  const au = ((await payload.db.find({ collection: 'articles', where: { id: { in: ids } }, limit: 0, pagination: false } as any)).docs as any[]).flatMap((a) => a.authors)
  console.log('authors', au.length, await f('authors', { id: { in: au } }), await f('authors', { id: { in: au } }, {name:true}))
  console.log('full pub', await f('articles', { and: [{ id: { in: ids } }, { _status: { equals: 'published' } }] }))
  console.log('placements pub', await f('placements', { and: [{ article: { in: ids } }, { public: { equals: true } }] }))
  console.log('load', await time(() => loadPublicArticles({ payload, slugs }, ids)))
  const { publicationsOf } = await import('../src/delivery/search/searchedNames.ts')
  console.log('pubs', await time(() => publicationsOf(payload, slugs)))
  console.log('publications', await f('publications', {}))
  console.log('raw', await time(() => (payload.db as any).drizzle.$client.execute({ sql: `select * from articles where id in (${ids.map(() => '?').join(',')})`, args: ids })))
}
process.exit(0)
