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

export const issueFields = ['title', 'date', 'edition', 'number', 'wholeNumber'] as const

/** A newspaper by its slug; null when there is none. */
export async function findPublication(
  { req, slugs }: { req: PayloadRequest; slugs: Slugs },
  slug: string,
): Promise<PublicPublication | null> {
  const [row] = await publishedRows(req, {
    ...{ collection: slugs.publications, where: { slug: { equals: slug } }, limit: 1 },
    fields: ['name', 'slug', 'cnNumber', 'language'],
  })
  if (!row) return null
  const { id, name, cnNumber, language } = row
  return { id, name: String(name), slug, cnNumber: textOf(cnNumber), language: textOf(language) }
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

/** Which issue a name in an address means: `latest`, `2021-10-09` or `2021-10-09-late`; null when it names none. */
export function whereNamed(publication: PublicPublication, name: string): Where | null {
  const ofPublication: Where = { publication: { equals: publication.id } }
  if (name === 'latest') return { and: [ofPublication, publicRow] }
  const named = readIssueName(name)
  if (!named) return null
  const { date, edition } = named
  return { and: [ofPublication, { date: { equals: storedDay(date) } }, { edition: { equals: edition } }] }
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
