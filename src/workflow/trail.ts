import { canonicalJson } from '../core/text/index.ts'
import type { ReviewRecord, WorkflowEvent } from '../core/workflow/index.ts'
import { newId } from '../database/newId.ts'
import { sha256 } from '../database/sha256.ts'

/** What an event is about. A user's has no publication. */
export interface Subject {
  kind: 'article' | 'issue' | 'user'
  id: string
  publication: string | null
}

/** The end of a subject's chain: how many events there are, and the hash of the last. */
export interface TrailHead {
  seq: number
  hash: string | null
}

/** What the shell knows of an event beside what the engine said. */
export type EventContent = Omit<WorkflowEvent, 'transition' | 'from' | 'to'> & {
  /** A move of the rule book, `save`, or what has no rule: `create`, `roles`, `removed`. */
  transition: string
  from: string | null
  to: string | null
}

/** An event as it is stored. */
export interface EventRow extends EventContent {
  id: string
  kind: Subject['kind']
  subject: string
  publication: string | null
  seq: number
  record: string | null
  recordHash: string | null
  textHash: string | null
  previous: string | null
  hash: string
}

/** A record as it is stored. */
export interface RecordRow extends ReviewRecord {
  article: string
  publication: string
}

/** A manifest as an event names it. */
export interface EditionReference {
  id: string
  hash: string
}

/** Makes the next event of a chain. `record` and `recordHash` of an issue's event name the edition it made. */
export function nextEvent(args: {
  subject: Subject
  head: TrailHead
  event: EventContent
  record?: RecordRow | null
  edition?: EditionReference | null
  textHash?: string | null
}): EventRow {
  const { subject, head, event, record = null, edition = null, textHash = null } = args
  const row = {
    id: newId(),
    kind: subject.kind,
    subject: subject.id,
    publication: subject.publication,
    seq: head.seq + 1,
    ...event,
    record: record?.id ?? edition?.id ?? null,
    recordHash: record ? recordHash(record) : (edition?.hash ?? null),
    textHash,
    previous: head.hash,
  }
  return { ...row, hash: eventHash(row) }
}

/** The hash that an event of this content must carry. Its own id is not part of it, the chain gives it its place. */
export function eventHash(event: Omit<EventRow, 'hash'>): string {
  const { kind, subject, publication, seq, transition, phase, from, to, actorId, rev, reason, details, at } =
    event
  const { record, recordHash: ofRecord, textHash, previous } = event
  return sha256(
    canonicalJson([
      ...[kind, subject, publication, seq, transition, phase, from, to, actorId, rev, reason, details, at],
      ...[record, ofRecord, textHash, previous],
    ]),
  )
}

/** The hash of everything a record says. */
export function recordHash(record: RecordRow): string {
  const { id, article, publication, cycle, step, decision, transition, actorId, role, rev } = record
  const { hash, previousHash, opinion, change, errors, override, supersedes, at } = record
  return sha256(
    canonicalJson([
      ...[id, article, publication, cycle, step, decision, transition, actorId, role, rev],
      ...[hash, previousHash, opinion, change, errors, override, supersedes, at],
    ]),
  )
}

/** Reads a stored event: related documents as ids, absent values as null. */
export function readEvent(row: Record<string, unknown>): EventRow {
  const text = (name: string) => (row[name] === undefined || row[name] === null ? null : String(row[name]))
  return {
    id: String(row.id),
    kind: row.kind as EventRow['kind'],
    subject: String(row.subject),
    publication: text('publication'),
    seq: Number(row.seq),
    transition: String(row.transition),
    phase: row.phase as EventRow['phase'],
    from: text('from'),
    to: text('to'),
    actorId: String(row.actorId),
    rev: Number(row.rev),
    reason: text('reason'),
    details: (row.details ?? {}) as EventRow['details'],
    at: String(row.at),
    record: text('record'),
    recordHash: text('recordHash'),
    textHash: text('textHash'),
    previous: text('previous'),
    hash: String(row.hash),
  }
}

/** Reads a stored record likewise. */
export function readRecord(row: Record<string, unknown>): RecordRow {
  const text = (name: string) => (row[name] === undefined || row[name] === null ? null : String(row[name]))
  return {
    id: String(row.id),
    article: String(row.article),
    publication: String(row.publication),
    cycle: Number(row.cycle),
    step: row.step as RecordRow['step'],
    decision: row.decision as RecordRow['decision'],
    transition: row.transition as RecordRow['transition'],
    actorId: String(row.actorId),
    role: row.role as RecordRow['role'],
    rev: Number(row.rev),
    hash: String(row.hash),
    previousHash: text('previousHash'),
    opinion: text('opinion'),
    change: (row.change ?? null) as RecordRow['change'],
    errors: (row.errors ?? null) as RecordRow['errors'],
    override: (row.override ?? null) as RecordRow['override'],
    supersedes: Array.isArray(row.supersedes) ? (row.supersedes as string[]) : [],
    at: String(row.at),
  }
}
