import type { Slugs } from '../../options.ts'
import { eventHash, type EventRow, type Subject, type TrailHead } from '../trail.ts'
import type { Finding } from './finding.ts'

/** A subject's events in the order of their seq, and what its own row says of them. */
export interface Chain {
  subject: Pick<Subject, 'kind' | 'id'>
  events: readonly EventRow[]
  head: TrailHead
  /** The row that holds the head. */
  owner: { collection: keyof Slugs; id: string }
}

/** The first event that was edited, removed or added, or a head that says otherwise; null when the chain is whole. */
export function auditChain(chain: Chain): Finding | null {
  return wrongEvent(chain) ?? wrongEnd(chain) ?? wrongLink(chain) ?? wrongHead(chain)
}

function wrongEvent({ subject, events, head }: Chain): Finding | null {
  for (const [index, event] of events.entries()) {
    const expected = index + 1
    // What stands beyond the head is judged by the head.
    if (expected > head.seq) return null
    if (event.seq > expected) return missing(subject.id, expected)
    if (event.seq < expected || event.kind !== subject.kind) return ofEvent('event.added', event)
    if (eventHash(event) !== event.hash) return ofEvent('event.edited', event)
  }
  return null
}

function wrongEnd(chain: Chain): Finding | null {
  const { subject, events, head } = chain
  if (events.length === head.seq) return null
  // The chain ends as the head's hash says: then it is the head's count that was changed.
  if (head.hash !== null && events.at(-1)?.hash === head.hash) return otherHead(chain)
  const beyond = events[head.seq]
  return beyond ? ofEvent('event.added', beyond) : missing(subject.id, events.length + 1)
}

/**
 * Two neighbours that do not fit, each with a hash of its own content: one of them was rewritten. It is the second
 * when it fits the third no better, else the first, whose rewriting did not reach the one before.
 */
function wrongLink({ events }: Chain): Finding | null {
  const fits = (index: number) => (events[index]?.previous ?? null) === (events[index - 1]?.hash ?? null)
  const broken = events.findIndex((_, index) => !fits(index))
  if (broken === -1) return null
  const secondToo = broken === 0 || (broken + 1 < events.length && !fits(broken + 1))
  const rewritten = events[secondToo ? broken : broken - 1]
  return rewritten ? ofEvent('event.unchained', rewritten) : null
}

function wrongHead(chain: Chain): Finding | null {
  const { events, head } = chain
  return (events.at(-1)?.hash ?? null) === head.hash ? null : otherHead(chain)
}

function otherHead({ subject, events, owner }: Chain): Finding {
  const last = events.at(-1)
  return {
    ...{ problem: 'head.differs', ...owner, subject: subject.id },
    params: { seq: last?.seq ?? 0, event: last?.id ?? '—' },
  }
}

function ofEvent(problem: Finding['problem'], { id, subject, seq }: EventRow): Finding {
  return { problem, collection: 'workflowEvents', id, subject, params: { seq } }
}

function missing(subject: string, seq: number): Finding {
  return { problem: 'event.missing', collection: 'workflowEvents', id: null, subject, params: { seq } }
}
