import type { Payload } from 'payload'

import { mongoSearch } from './mongoSearch.ts'
import type { SearchStore } from './searchStore.ts'
import { sqliteSearch } from './sqliteSearch.ts'

export type { Probed, SearchStore, StoreAnswer, StoreMatch, StoreQuery } from './searchStore.ts'

/** The search index of a Payload instance's database; null on a database that we keep none on. */
export function searchStore(payload: Payload): SearchStore | null {
  if (payload.db.name === 'sqlite') return sqliteSearch(payload)
  if (payload.db.name === 'mongoose') return mongoSearch(payload)
  return null
}
