import { openingWords } from '../../../src/exports/delivery.ts'
import { cardOf, issuePart } from './contents.ts'
import { placementsOf, type Placement } from './placements.ts'
import { readPublication } from './publications.ts'
import { apiPath, isId, readList, readPublic } from './readPublic.ts'
import type { ArticleCard, AuthorCard, Publication } from './types.ts'

/** An article in a list across issues. */
export interface ListedArticle extends ArticleCard {
  /** The issue's part of the address, where it stands in one. */
  issue: string | null
  date: string | null
  edition: string | null
  page: string | null
  /** How the text begins. */
  opening: string
}

/** An author with one page of what they have written, newest first by the day of print, then as pages go. */
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
      // Whatever stands in one issue was mostly brought in as its pages go; where it was not, `byDayAndPage` mends it.
      sort: '-printedOn,createdAt,id',
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
    articles: found.docs
      .map((row): Placed => ({ row, at: placementsOf(row.placements)[0] }))
      .sort(byDayAndPage)
      .map(listed),
    total: found.totalDocs,
    pages: found.totalPages,
  }
}

interface Placed {
  row: Record<string, unknown>
  /** Where its address leads; none where it stands on no page. */
  at: Placement | undefined
}

/** The newest day first, then as pages go. */
function byDayAndPage({ at: one }: Placed, { at: other }: Placed): number {
  if (!one || !other) return Number(!one) - Number(!other)
  const { date } = one.issue
  if (date !== other.issue.date) return date < other.issue.date ? 1 : -1
  return one.page.sequence - other.page.sequence || one.order - other.order
}

function listed({ row, at }: Placed): ListedArticle {
  return {
    ...cardOf(row as never),
    issue: at ? issuePart(at.issue) : null,
    date: at ? at.issue.date.slice(0, 10) : null,
    edition: at?.issue.edition ?? null,
    page: at?.page.number ?? null,
    opening: openingWords(row.body, 64),
  }
}
