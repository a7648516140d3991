import { openingWords } from '../../../src/exports/delivery.ts'
import { cardOf, issuePart } from './contents.ts'
import { readPublication } from './publications.ts'
import { apiPath, isId, readList, readPublic } from './readPublic.ts'
import type { ArticleCard, AuthorCard, Publication } from './types.ts'

/** An article in a list across issues. */
export interface ListedArticle extends ArticleCard {
  /** The issue's part of the address. */
  issue: string
  date: string
  page: string
  /** How the text begins. */
  opening: string
}

/** An author with one page of what they have written, newest first by the day on which it was printed. */
export interface AuthorPage {
  author: AuthorCard & { note: string | null }
  publication: Publication
  articles: ListedArticle[]
  total: number
  pages: number
}

const shownOfArticle = ['headline', 'kicker', 'deck', 'column', 'authors', 'body'] as const

/** What is read of where an article stands. */
interface PlacementRow {
  article: Parameters<typeof cardOf>[0] & { body: unknown }
  issue: { date: string; edition: string }
  page: { number: string }
}

/** Reads an author of a newspaper; null when there is none that readers know. */
export async function readAuthor(slug: string, id: string, page: number): Promise<AuthorPage | null> {
  if (!isId(id)) return null
  const { status, body } = await readPublic(apiPath(`authors/${id}`, { depth: 1, joins: 'false' }))
  if (status !== 200) return null
  const author = body as { id: string; name: string; note?: string | null; publication: { slug: string } }
  const publication = author.publication.slug === slug ? await readPublication(slug) : null
  if (!publication) return null
  const found = await readList<PlacementRow>(
    apiPath('placements', {
      'where[article.authors][equals]': author.id,
      // Of an article that is continued, where it begins.
      'where[jump][not_equals]': 'in',
      sort: '-issue.date,page.sequence,order',
      limit: 30,
      page: page,
      depth: 2,
      ...Object.fromEntries(shownOfArticle.map((field) => [`populate[articles][${field}]`, 'true'])),
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

function listed({ article, issue, page }: PlacementRow): ListedArticle {
  return {
    ...cardOf(article),
    issue: issuePart(issue),
    date: issue.date.slice(0, 10),
    page: page.number,
    opening: openingWords(article.body, 64),
  }
}
