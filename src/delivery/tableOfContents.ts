import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../core/ids.ts'
import { articlePath, pagePath, type IssueAddress } from '../core/permalinks.ts'
import type { Slugs } from '../options.ts'
import {
  addressOf,
  byDayAndEdition,
  findPublication,
  issueFields,
  publicIssue,
  textOf,
  whereNamed,
  type PublicIssue,
  type PublicPublication,
} from './publishedIssues.ts'
import { publicArticle, publicRow, publishedRows, type PublishedRow } from './publishedRows.ts'

/** An article where it stands on a page. */
export interface ListedArticle {
  id: string
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  authors: { id: string; name: string; note: string | null }[]
  publishedAt: string | null
  /** Day of the last correction. */
  modifiedAt: string | null
  path: string
}

/** One place on a page: an article, or the notice in the place of one that was withdrawn. */
export interface Listed {
  order: number
  /** Also where it can no longer be read: its permalink says why. */
  articleId: string
  /** `out`: continued on page `jumpPage`; `in`: continued from it. */
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
  article: ListedArticle | null
  tombstone: string | null
}

export interface ListedPage {
  id: string
  number: string
  name: string | null
  /** 责编行: who answered for the page. */
  responsibility: unknown
  path: string
  articles: Listed[]
}

/** 一期的目录: every page of an issue with its headlines. */
export interface TableOfContents {
  publication: PublicPublication
  issue: PublicIssue & { publishedAt: string | null }
  previous: PublicIssue | null
  next: PublicIssue | null
  /** All issues of the day that readers see, this one among them: 早版, 晚版. */
  editions: PublicIssue[]
  pages: ListedPage[]
}

/** What a reader who asks for an issue is told. */
export type FoundIssue =
  | { outcome: 'found'; contents: TableOfContents }
  | { outcome: 'withdrawn'; notice: string; at: string }
  | { outcome: 'missing' }

interface Asked {
  req: PayloadRequest
  slugs: Slugs
}

/**
 * The table of contents of an issue, in eight queries whatever its size.
 * @param args.publication its slug
 * @param args.issue `latest`, a day, or a day and an edition
 */
export async function readTableOfContents(
  args: Asked & { publication: string; issue: string },
): Promise<FoundIssue> {
  const { req, slugs } = args
  const publication = await findPublication(args, args.publication)
  const named = publication && whereNamed(publication, args.issue)
  if (!publication || !named) return { outcome: 'missing' }
  const { where, edition } = named
  const fields = [...issueFields, 'publishedAt', 'public', 'stage', 'notice', 'updatedAt']
  const found = await publishedRows(req, {
    ...{ collection: slugs.issues, where, fields, sort: '-date' },
    ...(edition === null ? { limit: mostOfDay } : {}),
  })
  const row = edition === null ? latestOf(found) : found.find((one) => one.edition === edition)
  if (!row) return { outcome: 'missing' }
  if (row.public !== true) {
    if (row.stage !== 'withdrawn') return { outcome: 'missing' }
    return { outcome: 'withdrawn', notice: textOf(row.notice) ?? '', at: String(row.updatedAt) }
  }
  const neighbours = await findNeighbours(args, { publication, row })
  const pages = await readPages(args, { issue: row.id, address: addressOf(publication, row) })
  const issue = { ...publicIssue(publication, row), publishedAt: textOf(row.publishedAt) }
  const editions = found
    .filter((one) => one.public === true && one.date === row.date)
    .map((one) => publicIssue(publication, one))
    .sort(byDayAndEdition)
  return { outcome: 'found', contents: { publication, issue, ...neighbours, editions, pages } }
}

/** More editions than any newspaper has of a day. */
const mostOfDay = 20

/** Of the issues of the last day the main edition, else any. */
function latestOf(rows: readonly PublishedRow[]): PublishedRow | undefined {
  const ofLastDay = rows.filter(({ date }) => date === rows[0]?.date)
  return ofLastDay.find(({ edition }) => edition === 'main') ?? ofLastDay[0]
}

async function findNeighbours(
  { req, slugs }: Asked,
  { publication, row }: { publication: PublicPublication; row: PublishedRow },
): Promise<{ previous: PublicIssue | null; next: PublicIssue | null }> {
  const near = async (side: 'less_than' | 'greater_than', sort: string): Promise<PublicIssue | null> => {
    const date: Where = { date: { [side]: row.date } }
    const where: Where = { and: [{ publication: { equals: publication.id } }, publicRow, date] }
    const query = { collection: slugs.issues, where, fields: issueFields, sort, limit: mostOfDay }
    const found = latestOf(await publishedRows(req, query))
    return found ? publicIssue(publication, found) : null
  }
  return { previous: await near('less_than', '-date'), next: await near('greater_than', 'date') }
}

async function readPages(
  { req, slugs }: Asked,
  { issue, address }: { issue: string; address: IssueAddress },
): Promise<ListedPage[]> {
  const ofIssue: Where = { and: [{ issue: { equals: issue } }, publicRow] }
  const pages = await publishedRows(req, {
    ...{ collection: slugs.pages, where: ofIssue, sort: 'sequence' },
    fields: ['number', 'name', 'responsibility'],
  })
  const placements = await publishedRows(req, {
    ...{ collection: slugs.placements, where: ofIssue, sort: 'order' },
    fields: ['article', 'page', 'order', 'jump', 'jumpPage', 'tombstone'],
  })
  const articles = await readArticles({ req, slugs }, { placements, address })
  return pages.map(({ id, number, name, responsibility }) => ({
    ...{ id, number: String(number), name: textOf(name), responsibility: responsibility ?? null },
    path: pagePath(address, String(number)),
    articles: placements.flatMap((placement) => {
      if (idOf(placement.page) !== id) return []
      const article = articles.get(idOf(placement.article) ?? '') ?? null
      const tombstone = article ? null : textOf(placement.tombstone)
      return article || tombstone ? [listed(placement, { article, tombstone })] : []
    }),
  }))
}

function listed(placement: PublishedRow, shown: Pick<Listed, 'article' | 'tombstone'>): Listed {
  const articleId = idOf(placement.article) ?? ''
  const { order, jump, jumpPage } = placement
  return {
    order: Number(order),
    articleId,
    jump: jump as Listed['jump'],
    jumpPage: textOf(jumpPage),
    ...shown,
  }
}

async function readArticles(
  { req, slugs }: Asked,
  { placements, address }: { placements: readonly PublishedRow[]; address: IssueAddress },
): Promise<Map<string, ListedArticle>> {
  const placed = [...new Set(placements.map(({ article }) => idOf(article)))]
  const rows = await publishedRows(req, {
    collection: slugs.articles,
    where: { and: [{ id: { in: placed } }, publicArticle] },
    fields: ['kicker', 'headline', 'deck', 'column', 'authors', 'publishedAt', 'modifiedAt'],
  })
  const authorIds = rows.flatMap(({ authors }) => (Array.isArray(authors) ? authors.map(idOf) : []))
  const named = await publishedRows(req, {
    collection: slugs.authors,
    where: { and: [{ id: { in: [...new Set(authorIds)] } }, publicRow] },
    fields: ['name', 'note'],
  })
  const authors = new Map(
    named.map(({ id, name, note }) => [id, { id, name: String(name), note: textOf(note) }]),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        ...{ kicker: textOf(row.kicker), headline: textOf(row.headline), deck: textOf(row.deck) },
        column: textOf(row.column),
        authors: (Array.isArray(row.authors) ? row.authors : []).flatMap(
          (author) => authors.get(idOf(author) ?? '') ?? [],
        ),
        ...{ publishedAt: textOf(row.publishedAt), modifiedAt: textOf(row.modifiedAt) },
        path: articlePath(address, row.id),
      },
    ]),
  )
}
