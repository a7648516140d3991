import { canonicalJson } from '../../core/text/index.ts'
import { sha256 } from '../../database/sha256.ts'
import { approvable, type ArticleRow } from '../currentText.ts'
import type { SlipRow } from '../slipRow.ts'
import { recordHash, type EventRow, type RecordRow } from '../trail.ts'
import { auditChain } from './auditChain.ts'
import type { Finding } from './finding.ts'
import { replayedFields, replaySlip } from './replaySlip.ts'

/** Every row that is about one article, as the database has it at one moment. */
export interface ArticleRows {
  slip: SlipRow
  /** In the order of their seq. */
  events: readonly EventRow[]
  records: readonly RecordRow[]
  texts: readonly TextRow[]
  /** What readers see when it is published. */
  main: ArticleRow | null
  /** The latest draft. */
  working: ArticleRow | null
}

/** A kept text as it is stored. */
export interface TextRow {
  id: string
  publication: string
  hash: string
  canonical: string
}

/** The first wrong row of an article; null when all of them agree with its chain. */
export function auditArticle(rows: ArticleRows): Finding | null {
  const { slip, events, main } = rows
  const subject = slip.article
  if (events.length === 0 && !main) return ofSlip(rows, 'slip.added')
  const chain = auditChain({
    subject: { kind: 'article', id: subject },
    events,
    head: { seq: slip.trailSeq, hash: slip.trailHash },
    owner: { collection: 'reviewSlips', id: slip.id },
  })
  return chain ?? wrongRecord(rows) ?? wrongText(rows) ?? wrongSlip(rows) ?? wrongArticle(rows)
}

function wrongRecord({ slip, events, records }: ArticleRows): Finding | null {
  const rest = new Map(records.map((record) => [record.id, record]))
  for (const { record: id, recordHash: hash, seq } of events) {
    if (id === null) continue
    const record = rest.get(id)
    const wrong = (problem: Finding['problem']): Finding => ({
      ...{ problem, collection: 'reviewRecords', id, subject: slip.article, params: { seq } },
    })
    if (!record) return wrong('record.missing')
    if (recordHash(record) !== hash) return wrong('record.edited')
    rest.delete(id)
  }
  for (const id of rest.keys()) {
    return { problem: 'record.added', collection: 'reviewRecords', id, subject: slip.article, params: {} }
  }
  return null
}

function wrongText({ slip, events, texts }: ArticleRows): Finding | null {
  const named = new Map(events.flatMap(({ textHash, seq }) => (textHash === null ? [] : [[textHash, seq]])))
  const wrong = (problem: Finding['problem'], text: { id: string | null; hash: string }): Finding => ({
    ...{ problem, collection: 'texts', id: text.id, subject: slip.article, params: { hash: text.hash } },
  })
  for (const text of texts) {
    const intact = sha256(text.canonical) === text.hash && text.publication === slip.publication
    if (!intact) return wrong('text.edited', text)
    if (!named.delete(text.hash)) return wrong('text.added', text)
  }
  for (const hash of named.keys()) return wrong('text.missing', { id: null, hash: String(hash) })
  return null
}

function wrongSlip(rows: ArticleRows): Finding | null {
  const { slip, events } = rows
  const { fields, writers, accepted } = replaySlip(events)
  const edited = (field: string) => ofSlip(rows, 'slip.edited', { field })
  for (const field of replayedFields) {
    if (canonicalJson(slip[field]) !== canonicalJson(fields[field])) return edited(field)
  }
  if (slip.pendingMove !== (fields.pending?.transition ?? null)) return edited('pendingMove')
  if (writers.some((writer) => !slip.writers.includes(writer))) return edited('writers')
  for (const flag of slip.flags) {
    const event = accepted.findLast((one) => one.flag === flag.id)
    if (flag.accepted && (flag.accepted.by !== event?.by || flag.accepted.at !== event.at))
      return edited('flags')
  }
  return null
}

function wrongArticle(rows: ArticleRows): Finding | null {
  const { slip, main, working } = rows
  const wrong = (problem: Finding['problem']): Finding => ({
    ...{ problem, collection: 'articles', id: slip.article, subject: slip.article, params: {} },
  })
  if (!main) return wrong('article.missing')
  if (main.slip !== slip.id) return wrong('article.otherSlip')
  const seen = main._status === 'published'
  if (seen && !slip.live) return wrong('article.publicUnrecorded')
  if (!seen && slip.live) return wrong('article.publicMissing')
  if (seen && approvable(main).hash !== slip.publicHash) return wrong('article.publicText')
  if (!working || approvable(working).hash !== slip.contentHash) return wrong('article.workingCopy')
  return null
}

function ofSlip({ slip }: ArticleRows, problem: Finding['problem'], params: Finding['params'] = {}): Finding {
  return { problem, collection: 'reviewSlips', id: slip.id, subject: slip.article, params }
}
