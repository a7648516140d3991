import type { PayloadRequest, Where } from 'payload'

import type { Slugs } from '../options.ts'
import { rowsOf } from './rows.ts'
import { readEvent } from './trail.ts'

/** One thing that happened to an article after somebody looked at it. */
export interface Revision {
  rev: number
  transition: string
  /** The name of who did it; their id when they have none. */
  by: string
  at: string
}

/** What happened to an article since a revision, oldest first: what a stale save or decision is shown (W6). */
export async function revisionsSince(args: {
  slugs: Slugs
  req: PayloadRequest
  article: string
  rev: number
}): Promise<Revision[]> {
  const { slugs, req, article, rev } = args
  const where: Where = { and: [{ subject: { equals: article } }, { rev: { greater_than: rev } }] }
  const events = (await rowsOf(req).all(slugs.workflowEvents, where, 'seq')).map(readEvent)
  const names = await namesOf({ slugs, req, users: events.map(({ actorId }) => actorId) })
  return events.map((event) => ({
    rev: event.rev,
    transition: event.transition,
    by: names.get(event.actorId) ?? event.actorId,
    at: event.at,
  }))
}

/** Names of users by id. Who has left the house is missing. */
export async function namesOf(args: {
  slugs: Slugs
  req: PayloadRequest
  users: readonly string[]
}): Promise<Map<string, string>> {
  const { slugs, req, users } = args
  const ids = [...new Set(users)]
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(req).all(slugs.users, { id: { in: ids } })
  return new Map(rows.map((row) => [String(row.id), String(row.name ?? row.email)]))
}
