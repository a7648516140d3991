import { createLocalReq, type Payload } from 'payload'

import {
  knownCounts,
  marked,
  paragraphBreak,
  paragraphsByTier,
  placesOfYear,
  rests,
  runSetOf,
  runsOf,
  scopeUnits,
  tiers,
  unitsOfPhrase,
  yearOfPlace,
  type IndexedArticle,
  type SearchEntry,
  type SearchPage,
  type ShownArticle,
  type Tier,
} from '../../core/search/index.ts'
import { inTransaction } from '../inTransaction.ts'
import type { Probed, SearchStore, StoreQuery } from './searchStore.ts'
import { sqlRunner, type SqlRunner } from './sqlRunner.ts'

const entries = 'broadsheet_search_entries'
const units = 'broadsheet_search_units'
const shown = 'broadsheet_search_shown'
const state = 'broadsheet_search_state'

/** Raised when the tables' layout changes: a start then makes them anew, empty. */
const layout = '4'

/** With pairs alone, what a phrase of common words costs grows with the archive: too many articles have all its pairs. */
const longestUnit = 3

/** Index pages merged in one transaction: short enough that nobody waits for it. */
const pagesOfMerge = 400

interface Row {
  place: number
  article: string
  publication: string
  pages: SearchPage[]
  authors: string[]
}

/**
 * The index on SQLite: an FTS5 table without content of its own, whose row ids are places, so that a scan meets the
 * newest articles first and may end early; beside it one narrow row for each article. FTS5 gets units that need no
 * tokenizing (its `ascii` tokenizer parts at spaces and leaves all else), and phrases of them.
 */
export function sqliteSearch(payload: Payload): SearchStore {
  const writing = async <Result>(work: (sql: SqlRunner) => Promise<Result>): Promise<Result> => {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, async () => work(await sqlRunner(payload, req)))
  }
  return {
    prepare: ({ anythingPublished }) => writing((sql) => prepare(sql, anythingPublished)),
    isBuilt: async () => isBuilt(await sqlRunner(payload)),
    write: async ({ req, remove, entries: added }) => write(await sqlRunner(payload, req), { remove, added }),
    clear: () => writing(makeAnew),
    finish: async () => {
      let merged = true
      for (let pages = -pagesOfMerge; merged; pages = pagesOfMerge) {
        merged = await writing((sql) => merge(sql, pages))
      }
      await writing((sql) => sql.run(`UPDATE ${state} SET built = 1`))
    },
    find: async (query) => find(await sqlRunner(payload), query),
  }
}

async function prepare(
  sql: SqlRunner,
  anythingPublished: () => Promise<boolean>,
): Promise<{ needsRebuild: boolean }> {
  const tables = await sql.all(`SELECT name FROM sqlite_master WHERE name = ?`, [state])
  const known = tables.length > 0 ? await sql.all<{ layout: string }>(`SELECT layout FROM ${state}`) : []
  if (known[0]?.layout !== layout) {
    await makeAnew(sql)
    if (!(await anythingPublished())) await sql.run(`UPDATE ${state} SET built = 1`)
  }
  return { needsRebuild: !(await isBuilt(sql)) }
}

async function makeAnew(sql: SqlRunner): Promise<void> {
  for (const table of [entries, shown, units, state]) await sql.run(`DROP TABLE IF EXISTS ${table}`)
  await sql.run(
    `CREATE TABLE ${entries} (place INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, publication TEXT NOT NULL, pages TEXT NOT NULL, authors TEXT NOT NULL)`,
  )
  // Apart from the narrow rows, which are read by the thousand.
  await sql.run(`CREATE TABLE ${shown} (place INTEGER PRIMARY KEY, article TEXT NOT NULL)`)
  await sql.run(
    `CREATE VIRTUAL TABLE ${units} USING fts5(units, content='', contentless_delete=1, tokenize='ascii')`,
  )
  await sql.run(`CREATE TABLE ${state} (layout TEXT NOT NULL, built INTEGER NOT NULL)`)
  await sql.run(`INSERT INTO ${state} (layout, built) VALUES (?, 0)`, [layout])
}

async function isBuilt(sql: SqlRunner): Promise<boolean> {
  return (await sql.all<{ built: number }>(`SELECT built FROM ${state}`))[0]?.built === 1
}

/** False when there was nothing left to merge. */
async function merge(sql: SqlRunner, pages: number): Promise<boolean> {
  const changes = async () => Number((await sql.all<{ n: number }>('SELECT total_changes() AS n'))[0]!.n)
  const before = await changes()
  await sql.run(`INSERT INTO ${units} (${units}, rank) VALUES ('merge', ${pages})`)
  // FTS5's own sign that there was no more to do.
  return (await changes()) - before >= 2
}

async function write(
  sql: SqlRunner,
  { remove, added }: { remove: readonly string[]; added: readonly IndexedArticle[] },
): Promise<void> {
  for (const article of new Set([...remove, ...added.map((entry) => entry.article)])) {
    const [known] = await sql.all<{ place: number }>(`SELECT place FROM ${entries} WHERE article = ?`, [
      article,
    ])
    if (!known) continue
    await sql.run(`DELETE FROM ${units} WHERE rowid = ${integer(known.place)}`)
    for (const table of [entries, shown]) {
      await sql.run(`DELETE FROM ${table} WHERE place = ${integer(known.place)}`)
    }
  }
  // FTS5 keeps what it was given in memory for as long as row ids rise.
  for (const entry of [...added].sort((one, other) => one.place - other.place)) {
    const place = integer(await freePlace(sql, entry.place))
    const { article, publication, pages, authors } = entry
    await sql.run(
      `INSERT INTO ${entries} (place, article, publication, pages, authors) VALUES (${place}, ?, ?, ?, ?)`,
      [article, publication, JSON.stringify(pages), JSON.stringify(authors)],
    )
    await sql.run(`INSERT INTO ${shown} (place, article) VALUES (${place}, ?)`, [JSON.stringify(entry.shown)])
    await sql.run(`INSERT INTO ${units} (rowid, units) VALUES (${place}, ?)`, [unitText(entry)])
  }
}

/** The next place that no article has, within those of the same day, page and order. */
async function freePlace(sql: SqlRunner, wanted: number): Promise<number> {
  const start = Math.floor(wanted / rests) * rests
  for (let step = 0; step < rests; step += 1) {
    const place = start + ((wanted - start + step) % rests)
    const taken = await sql.all(`SELECT 1 AS taken FROM ${entries} WHERE place = ${integer(place)}`)
    if (taken.length === 0) return place
  }
  throw new Error(`More than ${rests} articles stand at the same order of pages of one number on one day.`)
}

/** Units as FTS5 is to see them: the longest where they stand, so that a phrase of them is found; what else there is, once. */
function unitText(entry: SearchEntry): string {
  const paragraphs = paragraphsByTier(entry.text)
  const parts = tiers.map((tier) => {
    const text = (run: readonly string[]) => run.map((unit) => marked(tier, unit)).join(' ')
    const shorter = Array.from({ length: longestUnit - 1 }, (_, of) => runSetOf(paragraphs[tier], of + 1))
    return [...runsOf(paragraphs[tier], longestUnit), ...shorter].map(text).join(` ${paragraphBreak} `)
  })
  return [...parts, scopeUnits(entry).join(' ')].join(` ${paragraphBreak} `)
}

/** An FTS5 query for a tier. No unit holds a quotation mark: each is made of letters, digits and our own signs. */
function matchOf({ phrases, all, anyOf }: StoreQuery, tier: Tier): string {
  const quoted = (text: string) => `"${text}"`
  return [
    ...phrases.map((phrase) =>
      quoted(
        unitsOfPhrase(phrase, longestUnit)
          .map((unit) => marked(tier, unit))
          .join(' '),
      ),
    ),
    ...all.map(quoted),
    ...anyOf.map((list) => `(${list.map(quoted).join(' OR ')})`),
  ].join(' AND ')
}

function within({ first, last }: { first: number; last: number }): string {
  return `${units} MATCH ? AND ${units}.rowid >= ${integer(first)} AND ${units}.rowid <= ${integer(last)}`
}

async function find(sql: SqlRunner, query: StoreQuery): ReturnType<SearchStore['find']> {
  const select = async (
    tier: Tier,
    limit: number,
    range: { first: number; last: number } = query,
  ): Promise<Row[]> => {
    // As one text: the driver takes longer over five hundred rows than the search over finding them.
    const rows = `SELECT e.place, e.article, e.publication, e.pages, e.authors FROM ${units} CROSS JOIN ${entries} e ON e.place = ${units}.rowid WHERE ${within(range)} ORDER BY ${units}.rowid LIMIT ${integer(limit)}`
    const [found] = await sql.all<{ rows: string }>(
      `SELECT json_group_array(json_array(place, article, publication, json(pages), json(authors))) AS rows FROM (${rows})`,
      [matchOf(query, tier)],
    )
    return (JSON.parse(found!.rows) as [number, string, string, SearchPage[], string[]][]).map(
      ([place, article, publication, pages, authors]) => ({ place, article, publication, pages, authors }),
    )
  }
  const { offset, limit, cap } = query
  const need = offset + limit
  const newest = await select('anywhere', Math.max(cap + 1, need))
  const more = newest.length > cap
  const matches = new Map<number, { row: Row; tier: Tier | null }>()
  const take = (rows: readonly Row[], tier: Tier | null) => {
    for (const row of rows) if (!matches.has(row.place)) matches.set(row.place, { row, tier })
  }
  if (query.order === 'tiers' && newest.length > 0) {
    // Where these are all there is, no tier has others.
    const range = more ? query : { first: newest[0]!.place, last: newest.at(-1)!.place }
    const most = more ? need : Math.min(need, newest.length)
    for (const tier of tiers) {
      if (matches.size >= most) break
      take(tier === 'anywhere' ? newest : await select(tier, need, range), tier)
    }
  } else take(newest, null)
  const wanted = [...matches.values()].slice(offset, need)
  const texts = await shownAt(
    sql,
    wanted.map(({ row }) => row.place),
  )
  return {
    matches: wanted.flatMap(({ row: { place, article, publication }, tier }) => {
      const text = texts.get(place)
      return text ? [{ article, publication, tier, shown: text }] : []
    }),
    rows: newest.slice(0, cap).map(({ place, publication, pages, authors }) => ({
      ...{ publication, pages, authors },
      year: yearOfPlace(place),
    })),
    more,
    probed: more ? await probe(sql, { query, newest }) : null,
  }
}

async function shownAt(sql: SqlRunner, places: readonly number[]): Promise<Map<number, ShownArticle>> {
  if (places.length === 0) return new Map()
  const rows = await sql.all<{ place: number; article: string }>(
    `SELECT place, article FROM ${shown} WHERE place IN (${places.map(integer).join(', ')})`,
  )
  return new Map(rows.map(({ place, article }) => [place, JSON.parse(article) as ShownArticle]))
}

/** Counts each publication and each year by itself, up to the probe's cap, in one statement; but for what the newest matches tell. */
async function probe(
  sql: SqlRunner,
  { query, newest }: { query: StoreQuery; newest: readonly Row[] },
): Promise<{ publications: Probed[]; years: Probed[] }> {
  const { cap, publications } = query.probe
  const [ends] = await sql.all<{ first: number | null; last: number | null }>(
    `SELECT (SELECT min(place) FROM ${entries} WHERE place >= ${integer(query.first)}) AS first, (SELECT max(place) FROM ${entries} WHERE place <= ${integer(query.last)}) AS last`,
  )
  const newestYear = yearOfPlace(ends!.first ?? query.first)
  const years: number[] = []
  for (let year = newestYear; year >= yearOfPlace(ends!.last ?? query.last); year--) years.push(year)
  const match = matchOf(query, 'anywhere')
  const known = knownCounts(
    newest.map(({ publication, place }) => ({ publication, year: yearOfPlace(place) })),
    cap,
  )
  const parts = [
    ...publications
      .filter(({ id }) => !known.publication(id))
      .map(({ id, unit }) => ({ kind: 'p', value: id, range: query, match: `${match} AND "${unit}"` })),
    ...years
      .filter((year) => !known.year(year))
      .map((year) => {
        const range = placesOfYear(year)
        const both = { first: Math.max(range.first, query.first), last: Math.min(range.last, query.last) }
        return { kind: 'y', value: String(year), range: both, match }
      }),
  ]
  const found: { kind: string; value: string; n: number }[] = []
  // SQLite joins at most 500 selects.
  for (let at = 0; at < parts.length; at += 400) {
    const some = parts.slice(at, at + 400)
    const text = some.map(
      ({ range }) =>
        `SELECT ? AS kind, ? AS value, (SELECT count(*) FROM (SELECT 1 FROM ${units} WHERE ${within(range)} LIMIT ${integer(cap + 1)})) AS n`,
    )
    found.push(
      ...(await sql.all<(typeof found)[number]>(
        text.join(' UNION ALL '),
        some.flatMap(({ kind, value, match: asked }) => [kind, value, asked]),
      )),
    )
  }
  const of = (kind: string, value: string): Probed => {
    const n = found.find((row) => row.kind === kind && row.value === value)?.n ?? 0
    return { value, count: Math.min(n, cap), more: n > cap }
  }
  const some = (all: readonly Probed[]): Probed[] => all.filter(({ count }) => count > 0)
  return {
    publications: some(publications.map(({ id }) => known.publication(id) ?? of('p', id))),
    years: some(years.map((year) => known.year(year) ?? of('y', String(year)))),
  }
}

/** A number in the text of a statement. Bound, libsql would pass it as a real one, which FTS5 ignores as a row id. */
function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no place.`)
  return String(value)
}
