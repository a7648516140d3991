import type { PayloadRequest } from 'payload'

import { dayOf } from '../core/days.ts'
import type { Slugs } from '../options.ts'
import { byDayAndEdition, findPublication, issueFields, publicIssue } from './publishedIssues.ts'
import type { PublicIssue, PublicPublication } from './publishedIssues.ts'
import { publicRow, publishedRows } from './publishedRows.ts'

/** 日历: which issues appeared on which days of a year. */
export interface Calendar {
  publication: PublicPublication
  year: number
  /** First and last day on which anything appeared, in any year; null before the first. */
  first: string | null
  last: string | null
  /** In order; days without an issue are not there. */
  days: { date: string; issues: PublicIssue[] }[]
}

/** The calendar of a year, in four queries whatever its size; null when there is no such newspaper. */
export async function readCalendar(args: {
  req: PayloadRequest
  slugs: Slugs
  publication: string
  year: number
}): Promise<Calendar | null> {
  const { req, slugs, year } = args
  const publication = await findPublication(args, args.publication)
  if (!publication) return null
  const collection = slugs.issues
  const mine = [{ publication: { equals: publication.id } }, publicRow]
  const within = [
    { date: { greater_than_equal: `${year}-01-01T00:00:00.000Z` } },
    { date: { less_than_equal: `${year}-12-31T23:59:59.999Z` } },
  ]
  const end = async (sort: string): Promise<string | null> => {
    const query = { collection, where: { and: mine }, fields: ['date'], sort, limit: 1 }
    return dayOf((await publishedRows(req, query))[0]?.date)
  }
  const rows = await publishedRows(req, {
    ...{ collection, where: { and: [...mine, ...within] }, fields: issueFields, sort: 'date' },
  })
  const issues = rows.map((row) => publicIssue(publication, row)).sort(byDayAndEdition)
  const days = new Map<string, PublicIssue[]>()
  for (const issue of issues) days.set(issue.date, [...(days.get(issue.date) ?? []), issue])
  return {
    ...{ publication, year, first: await end('date'), last: await end('-date') },
    days: [...days].map(([date, ofDay]) => ({ date, issues: ofDay })),
  }
}
