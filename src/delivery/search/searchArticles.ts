import type { Payload, Where } from 'payload'

import {
  authorUnit,
  countFacets,
  mostResults,
  pageUnit,
  placesBetween,
  publicationUnit,
  type SearchRequest,
} from '../../core/search/index.ts'
import { searchStore, type StoreAnswer, type StoreQuery } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'
import { authorNames, publicationsOf, publicAuthors, type PublicationRow } from './searchedNames.ts'
import { searchFacetsOf, type SearchFacets } from './searchFacets.ts'
import { searchHitOf, type SearchHit } from './searchHit.ts'

/** How far each value of a facet is counted by itself when there are more results than are counted. */
const probeCap = 50
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
 * Searches published articles. The index says which and what to show of them; whether each is published still is asked of
 * the article itself, so that no state of the index can show one that is not. Null while the index is not built, or where
 * there is none.
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
  const counted = countFacets(answer.rows)
  const published = await publishedOf(payload, { slugs, ids: answer.matches.map(({ article }) => article) })
  const matches = answer.matches.filter(({ article }) => published.has(article))
  const authors = await authorNames(payload, {
    slugs,
    ids: [...matches.flatMap(({ shown }) => shown.authors), ...counted.author.map(({ value }) => value)],
  })
  const known = { phrases, counted, authors, publications: new Map(publications.map((one) => [one.id, one])) }
  return {
    ...{ q, phrases: phrases.map((phrase) => phrase.join(' ')), sort, offset, limit },
    total: { count: answer.rows.length, more: answer.more },
    hits: matches.flatMap((match) => searchHitOf(match, known) ?? []),
    facets: searchFacetsOf(answer, known),
  }
}

/** Which of some articles readers can see. */
async function publishedOf(
  payload: Payload,
  { slugs, ids }: { slugs: Slugs; ids: readonly string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await payload.db.find<{ id: string; _status?: string }>({
    ...{
      collection: slugs.articles,
      where: { id: { in: [...ids] } },
      limit: 0,
      pagination: false,
      joins: false,
    },
    select: { _status: true },
  })
  return new Set(docs.filter(({ _status }) => _status === 'published').map(({ id }) => String(id)))
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
    ...{
      order: request.sort === 'newest' ? 'newest' : 'tiers',
      offset: request.offset,
      limit: request.limit,
    },
    ...{ cap: mostResults, probe: { publications: publicationProbes, cap: probeCap } },
  }
}
