import { openingWords } from '../../../src/exports/delivery.ts'
import { cardOf, issuePart } from './contents.ts'
import { readPublication } from './publications.ts'
import { apiPath, isId, readList, readPublic } from './readPublic.ts'
import type { ArticleCard, AuthorCard, Publication } from './types.ts'

/** An article in a list across issues. */
export interface ListedArticle extends ArticleCard {
  /** The issue's part of the address, where it stands in one. */
  issue: string | null
  date: string | null
  page: string | null
  /** How the text begins. */
  opening: string
}

/** An author with one page of what they have written, newest first by the day of print. */
export interface AuthorPage {
  author: AuthorCard & { note: string | null }
  publication: Publication
  articles: ListedArticle[]
  total: number
  pages: number
}

/** Reads an author of a newspaper; null when there is none that readers know. */
export async function readAuthor(slug: string, id: string, page: number): Promise<AuthorPage | null> {
  if (!isId(id)) return null
  const { status, body } = await readPublic(apiPath(`authors/${id}`, { depth: 1, joins: 'false' }))
  if (status !== 200) return null
  const author = body as { id: string; name: string; note?: string | null; publication: { slug: string } }
  const publication = author.publication.slug === slug ? await readPublication(slug) : null
  if (!publication) return null
  const found = await readList<Record<string, unknown>>(
    apiPath('articles', {
      'where[authors][equals]': author.id,
      sort: '-printedOn,id',
      limit: 30,
      page: page,
      depth: 2,
      'select[headline]': 'true',
      'select[kicker]': 'true',
      'select[deck]': 'true',
      'select[column]': 'true',
      'select[authors]': 'true',
      'select[placements]': 'true',
      'select[body]': 'true',
    }),
  )
  return {
    author: { id: author.id, name: author.name, note: author.note || null },
    publication,
    articles: found.docs.map(listed),
    total: found.totalDocs,
    pages: found.totalPages,
  }
}

function listed(row: Record<string, unknown>): ListedArticle {
  const placements = (row.placements as { docs?: Record<string, unknown>[] } | undefined)?.docs ?? []
  const [first] = placements
    .filter(({ issue, page }) => isRow(issue) && isRow(page))
    .sort((one, other) => sequenceOf(one) - sequenceOf(other))
  const issue = first?.issue as { date: string; edition: string } | undefined
  const page = first?.page as { number: string } | undefined
  return {
    ...cardOf(row as never),
    issue: issue ? issuePart(issue) : null,
    date: issue ? issue.date.slice(0, 10) : null,
    page: page?.number ?? null,
    opening: openingWords(row.body, 64),
  }
}

function sequenceOf({ page }: Record<string, unknown>): number {
  return (page as { sequence: number }).sequence
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
