import type { Payload, PayloadRequest } from 'payload'

import {
  paragraphsByTier,
  textOf,
  unitSet,
  yearOfPlace,
  type IndexedArticle,
} from '../../core/search/index.ts'
import {
  newestFirst,
  partBreak,
  searchCollections,
  type Entry,
  type MongoAdapter,
  type SearchCollections,
  type Shown,
} from './mongoCollections.ts'
import { findInMongo } from './mongoFind.ts'
import type { SearchStore } from './searchStore.ts'
import { unitNumber } from './unitNumber.ts'

/** Raised when the index's layout changes: a start then makes it anew, empty. */
const layout = '6'

interface State {
  _id: string
  layout: string
  built: boolean
  /** No article has a place outside of these; absent while there was none. */
  first?: number
  last?: number
}

/**
 * The index on MongoDB: one document for each article, with all its units in an indexed array and its place, so that a
 * scan of one unit meets the newest articles first, and its text; and one with what is shown of it, of which few are read.
 */
export function mongoSearch(payload: Payload): SearchStore {
  const adapter = payload.db as unknown as MongoAdapter
  const { db } = adapter.connection
  const collections = () => searchCollections(adapter)
  const state = () => db.collection<State>('broadsheet-search-state')
  const update = (change: object) => state().updateOne({ _id: 'state' }, change, { upsert: true })
  const setBuilt = (built: boolean) => update({ $set: { built } })
  const known = () => state().findOne({ _id: 'state' })
  const isBuilt = async () => (await known())?.built === true
  const clear = async () => {
    await update({ $set: { layout, built: false }, $unset: { first: '', last: '' } })
    for (const collection of Object.values(collections())) await collection.deleteMany({})
  }
  return {
    isBuilt,
    clear,
    finish: async () => void (await setBuilt(true)),
    prepare: async ({ anythingPublished }) => {
      const { entries, shown } = collections()
      // A transaction may not have to make them.
      for (const { collectionName } of [entries, shown]) {
        await db.createCollection(collectionName).catch(ignoreExisting)
      }
      const isOther = (await known())?.layout !== layout
      if (isOther) {
        await entries.dropIndexes()
        await clear()
      }
      await entries.createIndex({ units: 1, ...newestFirst })
      if (isOther && !(await anythingPublished())) await setBuilt(true)
      return { needsRebuild: !(await isBuilt()) }
    },
    write: async ({ req, remove, entries }) => {
      const session = await sessionOf(adapter, req)
      const places = entries.map(({ place }) => place)
      // Outside of the transaction, so that two publications never meet here; too wide a range does no harm.
      if (places.length > 0) {
        await update({ $min: { first: Math.min(...places) }, $max: { last: Math.max(...places) } })
      }
      await write(collections(), { session, remove, entries })
    },
    find: async (query) => {
      const { first = 1, last = 0 } = (await known()) ?? {}
      return findInMongo(collections(), { query, ends: { first, last } })
    },
  }
}

async function write(
  { entries, shown: shownOf }: SearchCollections,
  change: { session: object; remove: readonly string[]; entries: readonly IndexedArticle[] },
): Promise<void> {
  const { session, remove } = change
  if (remove.length + change.entries.length === 0) return
  const replace = (document: Entry | Shown) => ({
    replaceOne: { filter: { _id: document._id }, replacement: document, upsert: true },
  })
  const options = { session, ordered: true }
  // Of what went its id stays, so that a rebuild at the same moment meets it as a conflict.
  await entries.bulkWrite(
    [...remove.map((id) => ({ _id: id })), ...change.entries.map(entryOf)].map(replace),
    options,
  )
  await shownOf.bulkWrite(
    [
      ...remove.map((id) => ({ deleteOne: { filter: { _id: id } } })),
      ...change.entries.map(({ article, shown }) => replace({ _id: article, shown })),
    ],
    options,
  )
}

async function sessionOf(adapter: MongoAdapter, req: PayloadRequest): Promise<object> {
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
    year: yearOfPlace(entry.place),
    at: entry.place,
    publication: entry.publication,
    pages: entry.pages.map(({ number, name }) => ({ number, name })),
    authors: [...entry.authors],
    units: unitSet(entry).map(unitNumber),
    text: [headline, heads.slice(headline.length), lead.slice(heads.length), anywhere.slice(heads.length)]
      .map(textOf)
      .join(partBreak),
  }
}
