import type { Payload, Where } from 'payload'

import {
  authorUnit,
  mostResults,
  pageUnit,
  placesBetween,
  publicationUnit,
  type SearchRequest,
} from '../../core/search/index.ts'
import { searchStore, type StoreAnswer, type StoreQuery } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'
import { loadPublicArticles } from '../articles/loadPublicArticles.ts'
import { publicationsOf, publicAuthors, type PublicationRow } from './searchedNames.ts'
import { searchFacetsOf, type SearchFacets } from './searchFacets.ts'
import { searchHitOf, type SearchHit } from './searchHit.ts'

/** How far each value of a facet is counted by itself when there are more results than are counted. */
const probeCap = 100
/** Publications that are counted by themselves. */
const mostProbed = 100

export interface SearchResult {
  q: string
  /** What was understood of it. */
  phrases: string[]
  sort: SearchRequest['sort']
  offset: number
  limit: number
  /** `more`: there are more than were counted. */
  total: { count: number; more: boolean }
  hits: SearchHit[]
  facets: SearchFacets
}

/**
 * Searches published articles. The index says which; what is shown of them is read from their public rows, so that
 * nothing else can be shown whatever the index holds. Null while the index is not built, or where there is none.
 */
export async function searchArticles(args: {
  payload: Payload
  slugs: Slugs
  request: SearchRequest
}): Promise<SearchResult | null> {
  const { payload, slugs, request } = args
  const store = searchStore(payload)
  if (!store || !(await store.isBuilt())) return null
  const publications = await publicationsOf(payload, slugs)
  const query = await storeQuery({ payload, slugs, request, publications })
  const { q, phrases, sort, offset, limit } = request
  const answer: StoreAnswer = query
    ? await store.find(query)
    : { matches: [], rows: [], more: false, probed: null }
  const shown = answer.matches.slice(offset, offset + limit)
  const articles = await loadPublicArticles(
    { payload, slugs },
    shown.map(({ article }) => article),
  )
  const tierOf = new Map(shown.map(({ article, tier }) => [article, tier]))
  return {
    ...{ q, phrases: phrases.map((phrase) => phrase.join(' ')), sort, offset, limit },
    total: { count: answer.rows.length, more: answer.more },
    hits: articles.map((article) => searchHitOf(article, { phrases, tier: tierOf.get(article.id) ?? null })),
    facets: await searchFacetsOf({ payload, slugs, answer, publications }),
  }
}

/** Null when the search is narrowed to what is not there. */
async function storeQuery(args: {
  payload: Payload
  slugs: Slugs
  request: SearchRequest
  publications: readonly PublicationRow[]
}): Promise<StoreQuery | null> {
  const { payload, slugs, request, publications } = args
  const all: string[] = []
  const anyOf: string[][] = []
  let probed = publications
  if (request.publication !== null) {
    const asked = publications.find(
      ({ id, slug }) => slug === request.publication || id === request.publication,
    )
    if (!asked) return null
    all.push(publicationUnit(asked.id))
    probed = [asked]
  }
  if (request.page !== null) {
    const unit = pageUnit(request.page)
    if (unit === null) return null
    all.push(unit)
  }
  if (request.author !== null) {
    const named: Where = { or: [{ id: { equals: request.author } }, { name: { equals: request.author } }] }
    const authors = await publicAuthors(payload, { slugs, where: named })
    if (authors.length === 0) return null
    anyOf.push(authors.map(({ id }) => authorUnit(id)))
  }
  const publicationProbes = probed.slice(0, mostProbed).map(({ id }) => ({ id, unit: publicationUnit(id) }))
  return {
    ...{ phrases: request.phrases, all, anyOf, ...placesBetween(request.from, request.to) },
    ...{ order: request.sort === 'newest' ? 'newest' : 'tiers', need: request.offset + request.limit },
    ...{ cap: mostResults, probe: { publications: publicationProbes, cap: probeCap } },
  }
}
