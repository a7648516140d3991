import type { PayloadRequest } from 'payload'

import type { FacetRow, Phrase, IndexedArticle, ShownArticle, Tier } from '../../core/search/index.ts'

/** A search as a database carries it out. */
export interface StoreQuery {
  phrases: readonly Phrase[]
  /** Units of which every one must be there, and lists of units of which one each must be. */
  all: readonly string[]
  anyOf: readonly (readonly string[])[]
  /** Places, both included. */
  first: number
  last: number
  /** `tiers`: the best tier first; `newest`: by place alone. */
  order: 'tiers' | 'newest'
  /** Which of the matches are wanted. */
  offset: number
  limit: number
  /** How many are counted. */
  cap: number
  /** When more match than are counted: each of these is asked by itself whether it has matches, and how many. */
  probe: { publications: readonly { id: string; unit: string }[]; cap: number }
}

export interface Probed {
  value: string
  count: number
  more: boolean
}

export interface StoreMatch {
  article: string
  publication: string
  /** Null when ordered by place alone. */
  tier: Tier | null
  shown: ShownArticle
}

export interface StoreAnswer {
  /** Those that are wanted, in order. */
  matches: StoreMatch[]
  /** The newest matches, at most `cap`. */
  rows: FacetRow[]
  /** There are more matches than `cap`; only then is `probed` there. */
  more: boolean
  probed: { publications: Probed[]; years: Probed[] } | null
}

/**
 * The index of published articles, beside Payload's own tables: derived, and made anew from them at any time. No
 * request reaches it but through a search.
 */
export interface SearchStore {
  /** Makes what is missing. Called at every start; true when the index has not been built. */
  prepare(args: { anythingPublished: () => Promise<boolean> }): Promise<{ needsRebuild: boolean }>
  /** Whether the index is whole. Not while it is being built. */
  isBuilt(): Promise<boolean>
  /** Takes articles out and puts entries in, in the request's transaction. */
  write(args: {
    req: PayloadRequest
    remove: readonly string[]
    entries: readonly IndexedArticle[]
  }): Promise<void>
  /** Empties the index and marks it as not built. */
  clear(): Promise<void>
  /** Marks the index as built, and makes it fast to read. */
  finish(): Promise<void>
  find(query: StoreQuery): Promise<StoreAnswer>
}
