import type { Payload } from 'payload'

import { readSearch, type SearchProblem } from '../core/search/index.ts'
import { rebuildSearch } from '../delivery/search/rebuildSearch.ts'
import { searchArticles, type SearchResult } from '../delivery/search/searchArticles.ts'
import { optionsOf } from '../options.ts'

export type { SearchProblem, Snippet } from '../core/search/index.ts'
export type { SearchResult } from '../delivery/search/searchArticles.ts'
export type { SearchHit } from '../delivery/search/searchHit.ts'
export type { SearchFacet } from '../delivery/search/searchFacets.ts'

/**
 * Searches what is published, for pages of your own: the parameters and the answer of `GET /api/search`. A problem says
 * what is wrong with the parameters; null means that the index is not built, or that there is none.
 */
export async function searchPublished(
  payload: Payload,
  params: URLSearchParams,
): Promise<SearchResult | { problem: SearchProblem } | null> {
  const request = readSearch(params)
  if ('problem' in request) return request
  return searchArticles({ payload, slugs: optionsOf(payload).slugs, request })
}

/** Makes the search index anew. Gives how many published articles it has, or null where there is no search. */
export async function rebuildSearchIndex(
  payload: Payload,
  onProgress?: (done: number, all: number) => void,
): Promise<number | null> {
  const { slugs, search } = optionsOf(payload)
  return search ? rebuildSearch({ payload, slugs, ...(onProgress ? { onProgress } : {}) }) : null
}
