import type { Payload, PayloadRequest } from 'payload'

import {
  holdsPhrase,
  knownCounts,
  marked,
  paragraphsByTier,
  placesOfYear,
  textOf,
  tiers,
  unitSet,
  unitsOfPhrase,
  yearOfPlace,
  type IndexedArticle,
  type SearchPage,
  type ShownArticle,
  type Tier,
} from '../../core/search/index.ts'
import { layout, type Probed, type SearchStore, type StoreQuery } from './searchStore.ts'

/** An article; or, of one that went, its id alone, so that a rebuild at the same moment meets it as a conflict. */
interface Entry {
  _id: string
  at?: number
  publication?: string
  pages?: SearchPage[]
  authors?: string[]
  units?: string[]
  /** Where longer phrases are looked for: each part of the article once. */
  texts?: Record<Part, string>
  shown?: ShownArticle
}

type Part = 'headline' | 'heads' | 'lead' | 'body'
const partsOfTier: Readonly<Record<Tier, readonly Part[]>> = {
  headline: ['headline'],
  heads: ['headline', 'heads'],
  lead: ['headline', 'heads', 'lead'],
  anywhere: ['headline', 'heads', 'body'],
}

type Filter = Record<string, unknown>

/** What is used of MongoDB's driver, which Payload's adapter brings. */
interface Collection<Document> {
  bulkWrite(operations: object[], options: object): Promise<unknown>
  countDocuments(filter: Filter, options: object): Promise<number>
  createIndex(keys: object): Promise<unknown>
  deleteMany(filter: Filter): Promise<unknown>
  find(filter: Filter, options: object): AsyncIterable<Document>
  findOne(filter: Filter, options?: object): Promise<Document | null>
  updateOne(filter: Filter, update: object, options?: object): Promise<unknown>
}

interface Adapter {
  connection: {
    db: {
      collection<Document>(name: string): Collection<Document>
      createCollection(name: string): Promise<unknown>
    }
  }
  sessions: Record<string, object | undefined>
}

/** Enough to tell a rare unit from a common one. */
const countedOfUnit = 300

/**
 * The index on MongoDB: one document for each article, with all its units in an indexed array and its place, so that a
 * scan of one unit meets the newest articles first. Phrases of more than two elements are looked for in the texts of
 * those that have all their pairs.
 */
export function mongoSearch(payload: Payload): SearchStore {
  const adapter = payload.db as unknown as Adapter
  const { db } = adapter.connection
  const articles = () => db.collection<Entry>('broadsheet-search')
  const state = () =>
    db.collection<{ _id: string; layout: string; built: boolean }>('broadsheet-search-state')
  const setState = (change: object) => state().updateOne({ _id: 'state' }, { $set: change }, { upsert: true })
  const isBuilt = async () => (await state().findOne({ _id: 'state' }))?.built === true
  const clear = async () => {
    await setState({ layout, built: false })
    await articles().deleteMany({})
  }
  return {
    isBuilt,
    clear,
    finish: async () => void (await setState({ built: true })),
    prepare: async ({ anythingPublished }) => {
      // A transaction may not have to make them.
      await db.createCollection('broadsheet-search').catch(ignoreExisting)
      await articles().createIndex({ units: 1, at: 1, _id: 1 })
      await articles().createIndex({ at: 1 })
      const known = await state().findOne({ _id: 'state' })
      if (known?.layout !== layout) {
        await clear()
        if (!(await anythingPublished())) await setState({ built: true })
      }
      return { needsRebuild: !(await isBuilt()) }
    },
    write: async ({ req, remove, entries }) => {
      const operations = [...remove.map((id) => ({ _id: id })), ...entries.map(entryOf)].map((document) => ({
        replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true },
      }))
      if (operations.length === 0) return
      await articles().bulkWrite(operations, { session: await sessionOf(adapter, req), ordered: true })
    },
    find: (query) => find(articles(), query),
  }
}

async function sessionOf(adapter: Adapter, req: PayloadRequest): Promise<object> {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : adapter.sessions[String(id)]
  if (!session)
    throw new Error('The search index is written in the transaction of its request, which has none.')
  return session
}

function ignoreExisting(error: unknown): void {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 48) return
  throw error
}

function entryOf(entry: IndexedArticle): Entry {
  const { headline, heads, lead, anywhere } = paragraphsByTier(entry.text)
  return {
    _id: entry.article,
    at: entry.place,
    publication: entry.publication,
    pages: entry.pages.map(({ number, name }) => ({ number, name })),
    authors: [...entry.authors],
    units: unitSet(entry),
    shown: entry.shown,
    texts: {
      headline: textOf(headline),
      heads: textOf(heads.slice(headline.length)),
      lead: textOf(lead.slice(heads.length)),
      body: textOf(anywhere.slice(heads.length)),
    },
  }
}

/** What a query asks of the index, the rarest unit first: MongoDB looks that one up and tests the others. */
interface Asked {
  filter: Filter
  /** Whether a document that has all the units has all the phrases too. */
  holds: (entry: Entry) => boolean
  needsTexts: boolean
}

async function find(collection: Collection<Entry>, query: StoreQuery): ReturnType<SearchStore['find']> {
  const known = new Map<string, number>()
  const rarestFirst = async (units: readonly string[]) => {
    await Promise.all(
      units
        .filter((unit) => units.length > 1 && !known.has(unit))
        .map(async (unit) =>
          known.set(unit, await collection.countDocuments({ units: unit }, { limit: countedOfUnit })),
        ),
    )
    return [...units].sort((one, other) => (known.get(one) ?? 0) - (known.get(other) ?? 0))
  }
  const ask = async (tier: Tier, also: readonly string[] = []): Promise<Asked> => {
    const wanted = query.phrases.flatMap((phrase) => unitsOfPhrase(phrase).map((unit) => marked(tier, unit)))
    const longer = query.phrases.filter((phrase) => phrase.length > 2)
    return {
      filter: {
        $and: [
          { units: { $all: await rarestFirst([...new Set([...wanted, ...query.all, ...also])]) } },
          ...query.anyOf.map((list) => ({ units: { $in: list } })),
        ],
      },
      needsTexts: longer.length > 0,
      holds: ({ texts }) =>
        longer.every((phrase) => partsOfTier[tier].some((part) => holdsPhrase(texts![part], phrase))),
    }
  }
  const read = async (
    asked: Asked,
    args: { first: number; last: number; limit: number },
  ): Promise<Entry[]> => {
    const rows: Entry[] = []
    if (args.limit <= 0 || args.first > args.last) return rows
    const cursor = collection.find(
      { ...asked.filter, at: { $gte: args.first, $lte: args.last } },
      {
        sort: { at: 1, _id: 1 },
        projection: { units: 0, shown: 0, ...(asked.needsTexts ? {} : { texts: 0 }) },
        ...(asked.needsTexts ? {} : { limit: args.limit }),
      },
    )
    for await (const entry of cursor) {
      if (!asked.holds(entry)) continue
      rows.push(entry)
      if (rows.length >= args.limit) break
    }
    return rows
  }

  const { offset, limit, cap, first, last } = query
  const need = offset + limit
  const anywhere = await ask('anywhere')
  const newest = await read(anywhere, { first, last, limit: Math.max(cap + 1, need) })
  const more = newest.length > cap
  const matches = new Map<string, { entry: Entry; tier: Tier | null }>()
  const take = (rows: readonly Entry[], tier: Tier | null) => {
    for (const entry of rows) if (!matches.has(entry._id)) matches.set(entry._id, { entry, tier })
  }
  if (query.order === 'tiers' && newest.length > 0) {
    for (const tier of tiers) {
      if (matches.size >= need) break
      take(tier === 'anywhere' ? newest : await read(await ask(tier), { first, last, limit: need }), tier)
    }
  } else take(newest, null)

  const probe = async () => {
    const most = query.probe.cap + 1
    const probed = async (
      value: string,
      of: { asked: Asked; first: number; last: number },
    ): Promise<Probed> => {
      const range = { first: Math.max(of.first, first), last: Math.min(of.last, last) }
      const count = of.asked.needsTexts
        ? (await read(of.asked, { ...range, limit: most })).length
        : range.first > range.last
          ? 0
          : await collection.countDocuments(
              { ...of.asked.filter, at: { $gte: range.first, $lte: range.last } },
              { limit: most },
            )
      return { value, count: Math.min(count, most - 1), more: count >= most }
    }
    const oldest = await collection.findOne(
      { at: { $gte: first, $lte: last } },
      { sort: { at: -1 }, projection: { at: 1 } },
    )
    const years: number[] = []
    for (let year = yearOfPlace(newest[0]!.at!); year >= yearOfPlace(oldest?.at ?? newest[0]!.at!); year--)
      years.push(year)
    const told = knownCounts(
      newest.map(({ publication, at }) => ({ publication: publication!, year: yearOfPlace(at!) })),
      query.probe.cap,
    )
    return {
      publications: await Promise.all(
        query.probe.publications.map(
          async ({ id, unit }) =>
            told.publication(id) ?? probed(id, { asked: await ask('anywhere', [unit]), first, last }),
        ),
      ),
      years: await Promise.all(
        years.map(
          async (year) => told.year(year) ?? probed(String(year), { asked: anywhere, ...placesOfYear(year) }),
        ),
      ),
    }
  }
  const some = (all: readonly Probed[]) => all.filter(({ count }) => count > 0)
  const probes = more ? await probe() : null
  const wanted = [...matches.values()].slice(offset, need)
  const texts = await shownOf(
    collection,
    wanted.map(({ entry }) => entry._id),
  )
  return {
    matches: wanted.flatMap(({ entry: { _id, publication }, tier }) => {
      const shown = texts.get(_id)
      return shown ? [{ article: _id, publication: publication!, tier, shown }] : []
    }),
    rows: newest.slice(0, cap).map(({ at, publication, pages, authors }) => ({
      ...{ publication: publication!, year: yearOfPlace(at!), pages: pages!, authors: authors! },
    })),
    more,
    probed: probes && { publications: some(probes.publications), years: some(probes.years) },
  }
}

async function shownOf(
  collection: Collection<Entry>,
  ids: readonly string[],
): Promise<Map<string, ShownArticle>> {
  const found = new Map<string, ShownArticle>()
  if (ids.length === 0) return found
  for await (const { _id, shown } of collection.find({ _id: { $in: ids } }, { projection: { shown: 1 } })) {
    if (shown) found.set(_id, shown)
  }
  return found
}
