import type { SearchPage, ShownArticle } from '../../core/search/index.ts'

/** An article as it is looked for; or, of one that went, its id alone. */
export interface Entry {
  _id: string
  /** The place's year, and the place. */
  year?: number
  at?: number
  publication?: string
  pages?: SearchPage[]
  authors?: string[]
  /** As `unitNumber`. */
  units?: number[]
  /** Its text, for phrases that are longer than a unit: headline, heads, lead and body, each once, with `partBreak` between. */
  text?: string
  /** Worked out where it is read: the bytes at which the text is parted, and at which each phrase of a query first stands. */
  breaks?: number[]
  starts?: number[]
}

/**
 * The order of a search, and of the index after the unit. The year is told by the place, yet stands before it: some servers
 * look up a value with all that it leads to, but a range only by walking all that it could be part of.
 */
export const newestFirst = { year: -1, at: 1, _id: 1 } as const

/** What is read of the few articles that are shown. */
export interface Shown {
  _id: string
  shown: ShownArticle
}

/** Stands in no part of a text. */
export const partBreak = '¦'

export type Filter = Record<string, unknown>

/** What is used of MongoDB's driver, which Payload's adapter brings. */
export interface Collection<Document> {
  collectionName: string
  aggregate<Result>(pipeline: readonly object[]): { toArray(): Promise<Result[]> }
  bulkWrite(operations: object[], options: object): Promise<unknown>
  countDocuments(filter: Filter, options: object): Promise<number>
  createIndex(keys: object): Promise<unknown>
  deleteMany(filter: Filter): Promise<unknown>
  dropIndexes(): Promise<unknown>
  find(filter: Filter, options: object): AsyncIterable<Document> & { toArray(): Promise<Document[]> }
  findOne(filter: Filter, options?: object): Promise<Document | null>
  updateOne(filter: Filter, update: object, options?: object): Promise<unknown>
}

export interface MongoAdapter {
  connection: {
    db: {
      collection<Document>(name: string): Collection<Document>
      createCollection(name: string): Promise<unknown>
    }
  }
  sessions: Record<string, object | undefined>
}

export interface SearchCollections {
  entries: Collection<Entry>
  shown: Collection<Shown>
}

/** The collections of the index, beside Payload's own. */
export function searchCollections({ connection: { db } }: MongoAdapter): SearchCollections {
  return {
    entries: db.collection('broadsheet-search'),
    shown: db.collection('broadsheet-search-shown'),
  }
}
