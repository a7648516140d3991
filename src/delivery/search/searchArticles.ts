import type { Payload, Where } from 'payload'

import { articlePath, pagePath } from '../../core/permalinks.ts'
import type { PublicArticle } from '../../core/publicArticle.ts'
import {
  authorUnit,
  bodyParagraphs,
  countFacets,
  highlight,
  mostResults,
  pageUnit,
  placesBetween,
  publicationUnit,
  snippetOf,
  type FacetCount,
  type Phrase,
  type SearchRequest,
  type Snippet,
  type Tier,
} from '../../core/search/index.ts'
import { searchStore, type StoreAnswer, type StoreQuery } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'
import { loadPublicArticles } from '../articles/loadPublicArticles.ts'

/** How far each value of a facet is counted by itself when there are more results than are counted. */
const probeCap = 100
/** Publications that are counted by themselves. */
const mostProbed = 100

/** One article that was found. Texts are plain, with ranges to set off: whoever shows them escapes them. */
export interface SearchHit {
  id: string
  /** Permalink, beginning with a slash; null of an article that stands on no page. */
  path: string | null
  /** Where everything was found together: the first of headline, heads, lead, anywhere. Null when sorted by day. */
  matched: Tier | null
  publication: { id: string; name: string; slug: string }
  date: string | null
  edition: string | null
  pages: { number: string; name: string | null; path: string }[]
  authors: { id: string; name: string }[]
  column: string | null
  kicker: Snippet | null
  headline: Snippet | null
  deck: Snippet | null
  snippet: Snippet | null
}

export interface SearchFacet {
  /** `all`: exact; `each`: each value by itself, as far as `more` says; `newest`: among the newest results alone. */
  counted: 'all' | 'each' | 'newest'
  values: (FacetCount & { label: string })[]
}

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
  facets: { publication: SearchFacet; year: SearchFacet; page: SearchFacet; author: SearchFacet }
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
    hits: articles.map((article) => hitOf(article, { phrases, tier: tierOf.get(article.id) ?? null })),
    facets: await facetsOf({ payload, slugs, answer, publications }),
  }
}

interface PublicationRow {
  id: string
  slug: string
  name: string
}

/** All of them: a house has few. */
async function publicationsOf(payload: Payload, slugs: Slugs): Promise<PublicationRow[]> {
  const { docs } = await payload.db.find<PublicationRow>({
    ...{ collection: slugs.publications, limit: 0, pagination: false, joins: false },
    select: { name: true, slug: true },
  })
  return docs.map(({ id, slug, name }) => ({ id: String(id), slug, name }))
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

async function publicAuthors(
  payload: Payload,
  { slugs, where }: { slugs: Slugs; where: Where },
): Promise<{ id: string; name: string }[]> {
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    ...{ collection: slugs.authors, limit: 100, pagination: false, joins: false, select: { name: true } },
    where: { and: [where, { public: { equals: true } }] },
  })
  return docs.map(({ id, name }) => ({ id: String(id), name }))
}

function hitOf(article: PublicArticle, found: { phrases: readonly Phrase[]; tier: Tier | null }): SearchHit {
  const { id, publication, placements, authors, column } = article
  const first = placements[0]?.issue
  const { name, slug } = publication
  const marked = (text: string | null) => (text === null ? null : highlight(text, found.phrases))
  return {
    id,
    path: first ? articlePath({ publication: slug, ...first }, id) : null,
    matched: found.tier,
    publication: { id: publication.id, name, slug },
    ...{ date: first?.date ?? null, edition: first?.edition ?? null },
    pages: placements.map(({ page, issue }) => ({
      ...{
        number: page.number,
        name: page.name,
        path: pagePath({ publication: slug, ...issue }, page.number),
      },
    })),
    authors: authors.map((author) => ({ id: author.id, name: author.name })),
    column,
    ...{ kicker: marked(article.kicker), headline: marked(article.headline), deck: marked(article.deck) },
    snippet: snippetOf(bodyParagraphs(article), found.phrases),
  }
}

async function facetsOf(args: {
  payload: Payload
  slugs: Slugs
  answer: StoreAnswer
  publications: readonly PublicationRow[]
}): Promise<SearchResult['facets']> {
  const { payload, slugs, answer, publications } = args
  const { rows, more, probed } = answer
  const counted = countFacets(rows)
  const authorIds = counted.author.map(({ value }) => value)
  const names = new Map(
    authorIds.length === 0
      ? []
      : (await publicAuthors(payload, { slugs, where: { id: { in: authorIds } } })).map(({ id, name }) => [
          id,
          name,
        ]),
  )
  const counts = (values: NonNullable<typeof probed>['years']): FacetCount[] =>
    values.map(({ value, count, more: further }) => ({ value, count, ...(further ? { more: true } : {}) }))
  const slugOf = new Map(publications.map(({ id, slug, name }) => [id, { slug, name }]))
  return {
    publication: {
      counted: more ? 'each' : 'all',
      values: (probed ? counts(probed.publications) : counted.publication).flatMap((one) => {
        const known = slugOf.get(one.value)
        return known ? [{ ...one, value: known.slug, label: known.name }] : []
      }),
    },
    year: {
      counted: more ? 'each' : 'all',
      values: (probed ? counts(probed.years) : counted.year).map((one) => ({ ...one, label: one.value })),
    },
    page: {
      counted: more ? 'newest' : 'all',
      values: counted.page.map((one) => ({ ...one, label: one.value })),
    },
    author: {
      counted: more ? 'newest' : 'all',
      values: counted.author.flatMap((one) => {
        const name = names.get(one.value)
        return name === undefined ? [] : [{ ...one, label: name }]
      }),
    },
  }
}
