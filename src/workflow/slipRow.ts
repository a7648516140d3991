import type { Slip } from '../core/workflow/index.ts'

/** A slip as it is stored: the engine's slip, and what the shell keeps beside it. */
export interface SlipRow extends Slip {
  id: string
  article: string
  publication: string
  /** The user who made the article; null for an imported one. */
  creator: string | null
  /** Hash of the text that readers see; null when they see none. */
  publicHash: string | null
  /** When readers first saw it. */
  publishedAt: string | null
  /** The move that waits for a second person, as `pending` has it. */
  pendingMove: string | null
  trailSeq: number
  trailHash: string | null
}

/** The slip of an article that has just been made. */
export function newSlip(start: {
  contentHash: string
  creator: string | null
  flags: Slip['flags']
}): Slip & { creator: string | null } {
  return {
    stage: 'draft',
    cycle: 1,
    rev: 1,
    enteredRev: 1,
    path: [],
    submittedBy: null,
    contentHash: start.contentHash,
    approvedHash: null,
    writers: start.creator ? [start.creator] : [],
    held: false,
    urgent: false,
    embargoUntil: null,
    filing: { required: false, no: null, date: null },
    assignee: null,
    dueAt: null,
    flags: start.flags,
    pending: null,
    correction: null,
    withdrawal: null,
    live: false,
    creator: start.creator,
  }
}

/** Reads a stored row: databases leave out or empty what the engine wants as null or a list. */
export function readSlip(row: Record<string, unknown>): SlipRow {
  const text = (name: string) => (typeof row[name] === 'string' ? (row[name] as string) : null)
  const list = <T>(name: string) => (Array.isArray(row[name]) ? (row[name] as T[]) : [])
  const object = <T>(name: string) => (row[name] ?? null) as T | null
  return {
    id: String(row.id),
    article: String(row.article),
    publication: idText(row.publication),
    creator: text('creator'),
    stage: row.stage as Slip['stage'],
    cycle: Number(row.cycle),
    rev: Number(row.rev),
    enteredRev: Number(row.enteredRev),
    path: list('path'),
    submittedBy: text('submittedBy'),
    contentHash: String(row.contentHash),
    approvedHash: text('approvedHash'),
    writers: list('writers'),
    held: row.held === true,
    urgent: row.urgent === true,
    embargoUntil: text('embargoUntil'),
    filing: object<Slip['filing']>('filing') ?? { required: false, no: null, date: null },
    assignee: text('assignee'),
    dueAt: text('dueAt'),
    flags: list('flags'),
    pending: object('pending'),
    correction: object('correction'),
    withdrawal: object('withdrawal'),
    live: row.live === true,
    publicHash: text('publicHash'),
    publishedAt: text('publishedAt'),
    pendingMove: text('pendingMove'),
    trailSeq: Number(row.trailSeq ?? 0),
    trailHash: text('trailHash'),
  }
}

function idText(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)
}
