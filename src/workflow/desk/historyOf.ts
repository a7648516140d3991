import { namesOf } from '../revisionsSince.ts'
import { rowsOf } from '../rows.ts'
import { readEvent, type EventRow } from '../trail.ts'
import type { Person } from './board.ts'
import type { IssueKey } from './loadIssue.ts'

/** One thing that happened to an issue, one of its pages or its layout. */
export interface HistoryEntry extends Pick<
  EventRow,
  'seq' | 'transition' | 'phase' | 'from' | 'to' | 'at' | 'reason' | 'rev' | 'details'
> {
  by: Person
  page: { id: string; number: string } | null
}

/** Everything that happened to an issue, newest first, with names. */
export async function historyOf({ slugs, req, id }: IssueKey): Promise<HistoryEntry[]> {
  const rows = rowsOf(req)
  const events = (await rows.all(slugs.workflowEvents, { subject: { equals: id } }, '-seq')).map(readEvent)
  const names = await namesOf({ slugs, req, users: events.map(({ actorId }) => actorId) })
  const pages = new Map(
    (await rows.all(slugs.pages, { issue: { equals: id } })).map((row) => [
      String(row.id),
      String(row.number),
    ]),
  )
  return events.map((event) => {
    const { seq, transition, phase, from, to, at, reason, rev, details, actorId } = event
    const page = typeof details.page === 'string' ? details.page : null
    return {
      ...{ seq, transition, phase, from, to, at, reason, rev, details },
      by: { id: actorId, name: names.get(actorId) ?? actorId },
      page: page ? { id: page, number: pages.get(page) ?? String(details.number ?? '') } : null,
    }
  })
}
