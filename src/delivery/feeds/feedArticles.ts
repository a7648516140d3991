import type { Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { PublicArticle } from '../../core/publicArticle.ts'
import { placeOf } from '../../core/search/index.ts'
import { loadPublicArticles, type Source } from '../articles/loadPublicArticles.ts'

/** Which articles of a publication a feed is of. */
export type FeedScope = { of: 'publication' } | { of: 'page'; name: string } | { of: 'author'; id: string }

/** Whole issues are told until there are so many articles; of an author and a page name so many at most. */
const enough = 50
/** However large an issue is. */
const most = 300
/** Issues are read by so many, and no more than four times. */
const issuesAtOnce = 8

type Row = Record<string, unknown> & { id: string }

/**
 * The newest published articles of a publication, or of a page name or an author in it: newest first, then as pages go. Null when
 * no page of that name has appeared in it, or nothing by that author.
 */
export async function feedArticles(
  source: Source,
  { publication, scope }: { publication: string; scope: FeedScope },
): Promise<PublicArticle[] | null> {
  const ids = await { publication: ofPublication, page: ofPages, author: ofAuthor }[scope.of](source, {
    publication,
    scope: scope as never,
  })
  if (ids === null) return null
  const articles = await loadPublicArticles(source, ids.slice(0, most))
  return articles
    .filter((article) => article.publication.id === publication && article.placements.length > 0)
    .sort((one, other) => standing(one) - standing(other))
}

/** A lower number is newer, and further to the front. */
function standing({ id, placements }: PublicArticle): number {
  const { issue, page, order } = placements[0]!
  return placeOf({ id, day: issue.date, sequence: page.sequence, order })
}

async function ofPublication(source: Source, { publication }: { publication: string }): Promise<string[]> {
  const { slugs } = source
  const ids = new Set<string>()
  for (let page = 1; page <= 4 && ids.size < enough; page += 1) {
    const issues = await rows(source, {
      ...{ collection: slugs.issues, sort: '-date', limit: issuesAtOnce, page },
      where: { and: [{ publication: { equals: publication } }, { public: { equals: true } }] },
    })
    for (const issue of issues) {
      if (ids.size >= enough) break
      for (const id of await placed(source, { issue: { equals: issue.id } })) ids.add(id)
    }
    if (issues.length < issuesAtOnce) break
  }
  return [...ids]
}

async function ofPages(
  source: Source,
  { publication, scope }: { publication: string; scope: { name: string } },
): Promise<string[] | null> {
  const pages = await rows(source, {
    ...{ collection: source.slugs.pages, sort: '-issue.date', limit: enough },
    where: {
      and: [
        { name: { equals: scope.name } },
        { 'issue.publication': { equals: publication } },
        { public: { equals: true } },
      ],
    },
  })
  if (pages.length === 0) return null
  const ids = new Set<string>()
  for (const page of pages) {
    if (ids.size >= enough) break
    for (const id of await placed(source, { page: { equals: page.id } })) ids.add(id)
  }
  return [...ids]
}

/** By the day of the issue: what an archive brings in was published here last, and is the oldest all the same. */
async function ofAuthor(
  source: Source,
  { publication, scope }: { publication: string; scope: { id: string } },
): Promise<string[] | null> {
  const articles = await rows(source, {
    ...{
      collection: source.slugs.articles,
      sort: ['-printedOn', 'createdAt'],
      limit: enough,
      select: { createdAt: true },
    },
    where: {
      and: [
        { authors: { equals: scope.id } },
        { publication: { equals: publication } },
        { _status: { equals: 'published' } },
      ],
    },
  })
  return articles.length === 0 ? null : articles.map(({ id }) => id)
}

/** Articles of an issue or page that readers see there. */
async function placed(source: Source, where: Where): Promise<string[]> {
  const found = await rows(source, {
    collection: source.slugs.placements,
    where,
    limit: 0,
    page: 1,
    sort: 'order',
  })
  return found.flatMap((row) => (row.public === true ? (idOf(row.article) ?? []) : []))
}

async function rows(
  { payload, req }: Source,
  query: {
    collection: string
    where: Where
    sort: string | string[]
    limit: number
    page?: number
    select?: object
  },
): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    ...{ ...query, pagination: query.limit > 0, joins: false },
    ...(req ? { req } : {}),
  } as Parameters<typeof payload.db.find>[0])
  return docs
}
