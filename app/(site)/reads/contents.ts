import { issueName, readIssueName } from '../../../src/exports/permalinks.ts'
import { apiPath, readList } from './readPublic.ts'
import type { ArticleCard, Contents, Entry, IssuePage, Publication } from './types.ts'

interface IssueRow {
  id: string
  date: string
  edition: string
  number?: string | null
  wholeNumber?: string | null
  notice?: string | null
  publication: Publication
}

interface PageRow {
  id: string
  number: string
  name?: string | null
  responsibility?: Record<string, string[]> | null
}

interface PlacementRow {
  article: ArticleRow | string | null
  page: string | { id: string }
  jump: Entry['jump']
  jumpPage?: string | null
  tombstone?: string | null
}

interface ArticleRow extends Omit<ArticleCard, 'authors'> {
  authors?: unknown
}

/** The part of an address that names an issue within its publication. @param issue as the API gives it */
export function issuePart({ date, edition }: { date: string; edition: string }): string {
  return issueName({ date: date.slice(0, 10), edition })
}

/** The published issue of an address with everything on its pages, or null. */
export async function readContents(slug: string, part: string): Promise<Contents | null> {
  const wanted = readIssueName(part)
  if (!wanted) return null
  const found = await readList<IssueRow>(
    apiPath('issues', {
      'where[publication.slug][equals]': slug,
      'where[date][equals]': wanted.date,
      'where[edition][equals]': wanted.edition,
      joins: 'false',
      depth: 1,
      limit: 1,
    }),
  )
  const issue = found.docs[0]
  if (!issue) return null
  const [pages, placements, previous, next] = await Promise.all([
    readList<PageRow>(
      apiPath('pages', {
        'where[issue][equals]': issue.id,
        sort: 'sequence',
        joins: 'false',
        depth: 0,
        limit: 400,
      }),
    ),
    readList<PlacementRow>(
      apiPath('placements', { 'where[issue][equals]': issue.id, sort: 'order', depth: 2, limit: 4000 }),
    ),
    neighbour(issue, 'less_than'),
    neighbour(issue, 'greater_than'),
  ])
  return {
    publication: issue.publication,
    issue: {
      id: issue.id,
      date: issue.date.slice(0, 10),
      edition: issue.edition,
      number: issue.number ?? null,
      wholeNumber: issue.wholeNumber ?? null,
      notice: issue.notice ?? null,
    },
    pages: pages.docs.map((page) => pageOf(page, placements.docs)),
    previous,
    next,
  }
}

async function neighbour(issue: IssueRow, side: 'less_than' | 'greater_than'): Promise<string | null> {
  const { docs } = await readList<IssueRow>(
    apiPath('issues', {
      'where[publication][equals]': issue.publication.id,
      'where[edition][equals]': issue.edition,
      [`where[date][${side}]`]: issue.date.slice(0, 10),
      sort: side === 'less_than' ? '-date' : 'date',
      joins: 'false',
      depth: 0,
      limit: 1,
    }),
  )
  return docs[0] ? issuePart(docs[0]) : null
}

function pageOf(
  { id, number, name, responsibility }: PageRow,
  placements: readonly PlacementRow[],
): IssuePage {
  const entries = placements.filter(({ page }) => idOf(page) === id).map(entryOf)
  return { id, number, name: name ?? null, responsibility: responsibility ?? null, entries }
}

function entryOf({ article, jump, jumpPage, tombstone }: PlacementRow): Entry {
  return {
    article: article && typeof article === 'object' ? cardOf(article) : null,
    articleId: idOf(article),
    jump,
    jumpPage: jumpPage ?? null,
    tombstone: tombstone ?? null,
  }
}

/** What a list shows of an article. */
export function cardOf(article: ArticleRow): ArticleCard {
  const authors = Array.isArray(article.authors) ? article.authors : []
  return {
    id: article.id,
    kicker: article.kicker || null,
    headline: article.headline || null,
    deck: article.deck || null,
    column: article.column || null,
    authors: authors.flatMap((author) =>
      author && typeof author === 'object' && 'name' in author
        ? [{ id: String(author.id), name: String(author.name) }]
        : [],
    ),
  }
}

function idOf(value: unknown): string {
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : String(value ?? '')
}
