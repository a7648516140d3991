import type { PayloadRequest } from 'payload'

import type { Slugs } from '../options.ts'
import { rowsOf } from './rows.ts'
import { nextEvent, type EventContent, type Subject } from './trail.ts'

/**
 * Adds an event to the chain of an issue or a user, whose row holds the head of it. Compare-and-set on the head:
 * two events at the same moment cannot both be the next.
 * @param args.collection slug of the subject's own collection
 */
export async function recordEvent(args: {
  slugs: Slugs
  req: PayloadRequest
  collection: string
  subject: Subject
  event: EventContent
}): Promise<void> {
  const { slugs, req, collection, subject } = args
  const rows = rowsOf(req)
  const row = await rows.one(collection, { id: { equals: subject.id } })
  if (!row) throw new Error(`No ${subject.kind} ${subject.id} to record an event of`)
  const head = { seq: Number(row.trailSeq ?? 0), hash: row.trailHash ? String(row.trailHash) : null }
  const event = nextEvent({ subject, head, event: args.event })
  const held = head.seq === 0 ? { trailSeq: { in: [0, null] } } : { trailSeq: { equals: head.seq } }
  const won = await rows.swap(
    collection,
    { and: [{ id: { equals: subject.id } }, held] },
    { trailSeq: event.seq, trailHash: event.hash },
  )
  if (!won) throw new Error(`The trail of ${subject.kind} ${subject.id} has moved`)
  await rows.insert(slugs.workflowEvents, event)
}
