import { createLocalReq, type Payload } from 'payload'

import { kindOf, type AnyBlocker } from '../../core/issue/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { isWriteConflict } from '../../database/isWriteConflict.ts'
import type { Slugs } from '../../options.ts'
import { LostRace } from '../lostRace.ts'
import { readIssueRow, type IssueRow } from './deskRows.ts'
import { dropIssue } from './dropSignatures.ts'
import { moveIssue } from './moveIssue.ts'

/** Nobody of the house: who acts when an issue appears at its appointed time. */
export const schedule = 'schedule'

/** What became of an issue whose time had come. `elsewhere`: another process was faster. `failed`: it is tried again. */
export interface Due {
  issue: string
  outcome: 'published' | 'dropped' | 'elsewhere' | 'failed'
  blockers: readonly AnyBlocker[]
  /** Of `failed`. */
  error?: unknown
}

/**
 * Publishes every scheduled issue whose time has come, also one that passed while nothing ran. May run in any number of
 * processes at once: the publication begins with a compare-and-set, so that one of them does it, once. An issue whose
 * preflight is no longer green loses its signature, visibly, rather than appearing with a fault or trying for ever. One that
 * fails does not keep the others from their time.
 */
export async function publishDue({
  slugs,
  payload,
  now,
}: {
  slugs: Slugs
  payload: Payload
  /** ISO 8601 in UTC. */
  now: string
}): Promise<Due[]> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: slugs.issues,
    where: { and: [{ stage: { equals: 'scheduled' } }, { publishAt: { less_than_equal: now } }] },
    ...{ limit: 0, pagination: false, joins: false, sort: 'publishAt' },
  })
  const results: Due[] = []
  for (const row of docs) {
    const issue = readIssueRow(row)
    results.push(
      await publishOne({ slugs, payload, now }, issue).catch((error: unknown): Due => {
        // Somebody is publishing it, or changing it: the next look will tell.
        const busy = error instanceof LostRace || isWriteConflict(error)
        return { issue: issue.id, outcome: busy ? 'elsewhere' : 'failed', blockers: [], error }
      }),
    )
  }
  return results
}

async function publishOne(
  { slugs, payload, now }: Parameters<typeof publishDue>[0],
  row: IssueRow,
): Promise<Due> {
  const elsewhere: Due = { issue: row.id, outcome: 'elsewhere', blockers: [] }
  const req = await createLocalReq({}, payload)
  const actor = { id: schedule, roles: [], publications: [] }
  const move = { slugs, req, id: row.id, transition: 'publish', actor, bySystem: true }
  const moved = await moveIssue({ ...move, input: { rev: row.rev }, now })
  if (moved.outcome === 'moved') return { issue: row.id, outcome: 'published', blockers: [] }
  if (moved.outcome === 'missing' || moved.issue.rev !== row.rev) return elsewhere
  const { blockers } = moved
  if (blockers.some((blocker) => kindOf(blocker) === 'stale')) return elsewhere
  const reason = [...new Set(blockers.map(({ code }) => code))].join(', ')
  const cause = { transition: 'preflight', actorId: schedule, at: now, reason }
  await inTransaction(req, () =>
    dropIssue({ slugs, req, cause }, { issue: row.id, page: null, article: null }),
  )
  return { issue: row.id, outcome: 'dropped', blockers }
}
