import { issueName, readIssueName } from '../../../src/exports/permalinks.ts'
import { apiPath, readPublic } from './readPublic.ts'
import { readPublication } from './publications.ts'
import type { ArticleCard, Contents, Entry, Publication } from './types.ts'

/** What an address of an issue leads to. */
export type ContentsRead =
  { status: 'found'; contents: Contents } | { status: 'withdrawn'; notice: string } | { status: 'missing' }

/** The part of an address that names an issue within its publication. @param issue as the API gives it */
export function issuePart({ date, edition }: { date: string; edition: string }): string {
  return issueName({ date: date.slice(0, 10), edition })
}

/** 版别: what an edition is called beside its day; null of the main one, which needs no name there. */
export function editionName(edition: string): string | null {
  return edition === 'main' ? null : edition
}

/**
 * An issue with everything on its pages.
 * @param part `latest`, or the issue's part of an address; its edition escaped, or, as Next gives it where a script of the page
 * asks for the next one, as it is
 */
export async function readIssue(slug: string, part: string): Promise<ContentsRead> {
  const named = readIssueName(part)
  if (!named && part !== 'latest') return { status: 'missing' }
  const name = named ? issueName(named) : part
  const { status, body } = await readPublic(
    apiPath(`publications/${encodeURIComponent(slug)}/issues/${name}`),
  )
  if (status === 410) return { status: 'withdrawn', notice: noticeOf(body) }
  return status === 200 ? { status: 'found', contents: body as Contents } : { status: 'missing' }
}

/** The notice where an issue was, with its newspaper; null where nothing was withdrawn. */
export interface WithdrawnIssueRead {
  publication: Publication
  notice: string
}

/** What stands at an address of a withdrawn issue, or in it; null when the issue was not withdrawn. */
export async function readWithdrawnIssue(address: {
  publication: string
  date: string
}): Promise<WithdrawnIssueRead | null> {
  const read = await readIssue(address.publication, address.date)
  const publication = read.status === 'withdrawn' ? await readPublication(address.publication) : null
  return read.status === 'withdrawn' && publication ? { publication, notice: read.notice } : null
}

/** The published issue of an address, or null. */
export async function readContents(slug: string, part: string): Promise<Contents | null> {
  const read = await readIssue(slug, part)
  return read.status === 'found' ? read.contents : null
}

/** The notice that an answer 410 carries. */
export function noticeOf(body: unknown): string {
  const { errors } = body as { errors?: { message?: string; data?: { notice?: string } }[] }
  return errors?.[0]?.data?.notice ?? errors?.[0]?.message ?? ''
}

/** What a list shows of an article, from its row with authors populated. */
export function cardOf(row: Omit<ArticleCard, 'authors'> & { authors?: unknown }): ArticleCard {
  const authors = Array.isArray(row.authors) ? row.authors : []
  return {
    id: row.id,
    kicker: row.kicker || null,
    headline: row.headline || null,
    deck: row.deck || null,
    column: row.column || null,
    authors: authors.flatMap((author) =>
      author && typeof author === 'object' && 'name' in author
        ? [{ id: String(author.id), name: String(author.name) }]
        : [],
    ),
  }
}

/** Every article of the issue once, in the order of the paper: where it begins. */
export function readingOrder({ pages }: Contents): Entry[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ articles }) => articles)
    .filter(({ articleId, article }) => {
      if (!article || seen.has(articleId)) return false
      seen.add(articleId)
      return true
    })
}
