import type { PayloadRequest, Where } from 'payload'

import { dayOf, storedDay } from '../core/days.ts'
import { issuePath, readIssueName, type IssueAddress } from '../core/permalinks.ts'
import type { Slugs } from '../options.ts'
import { publicRow, publishedRows, type PublishedRow } from './publishedRows.ts'

/** A newspaper, as readers know it. */
export interface PublicPublication {
  id: string
  name: string
  slug: string
  cnNumber: string | null
  language: string | null
}

/** An issue in a list of issues. */
export interface PublicIssue {
  id: string
  title: string | null
  /** `YYYY-MM-DD`. */
  date: string
  edition: string
  number: string | null
  wholeNumber: string | null
  /** Permalink without the origin. */
  path: string
}

interface Asked {
  req: PayloadRequest
  slugs: Slugs
}

export const issueFields = ['title', 'date', 'edition', 'number', 'wholeNumber'] as const

/** A newspaper by its slug; null when there is none. */
export function findPublication(asked: Asked, slug: string): Promise<PublicPublication | null> {
  return findWhere(asked, { slug: { equals: slug } })
}

/** A newspaper by its id; null when there is none. */
export function findPublicationById(asked: Asked, id: string): Promise<PublicPublication | null> {
  return findWhere(asked, { id: { equals: id } })
}

async function findWhere({ req, slugs }: Asked, where: Where): Promise<PublicPublication | null> {
  const fields = ['name', 'slug', 'cnNumber', 'language']
  const [row] = await publishedRows(req, { collection: slugs.publications, where, limit: 1, fields })
  if (!row) return null
  const { id, name, slug, cnNumber, language } = row
  return {
    id,
    name: String(name),
    slug: String(slug),
    cnNumber: textOf(cnNumber),
    language: textOf(language),
  }
}

/** What a row of an issue tells readers. */
export function publicIssue(publication: PublicPublication, row: PublishedRow): PublicIssue {
  const address = addressOf(publication, row)
  const { date, edition } = address
  const { id, title, number, wholeNumber } = row
  return {
    ...{ id, title: textOf(title), date, edition, number: textOf(number), wholeNumber: textOf(wholeNumber) },
    path: issuePath(address),
  }
}

export function addressOf({ slug }: PublicPublication, row: PublishedRow): IssueAddress {
  return { publication: slug, date: dayOf(row.date) ?? '', edition: String(row.edition) }
}

/**
 * What a name in an address is looked for by, `latest`, `2021-10-09` or `2021-10-09-late`: all issues of its day, and which of them it
 * means. Null when it names none; `latest` means no certain one of the public ones, the newest first.
 */
export function whereNamed(
  publication: PublicPublication,
  name: string,
): { where: Where; edition: string | null } | null {
  const ofPublication: Where = { publication: { equals: publication.id } }
  if (name === 'latest') return { where: { and: [ofPublication, publicRow] }, edition: null }
  const named = readIssueName(name)
  if (!named) return null
  const { date, edition } = named
  return { where: { and: [ofPublication, { date: { equals: storedDay(date) } }] }, edition }
}

/** Of the issues of one day the main edition comes first, then the others by name. */
export function byDayAndEdition(one: PublicIssue, other: PublicIssue): number {
  const rank = ({ date, edition }: PublicIssue) => `${date} ${edition === 'main' ? 0 : 1} ${edition}`
  return rank(one) < rank(other) ? -1 : 1
}

/** A text, or null where there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
