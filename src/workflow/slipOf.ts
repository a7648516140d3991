import { parseText } from '../core/text/index.ts'
import type { ArticleKey } from './loadFacts.ts'
import { namesOf } from './revisionsSince.ts'
import { rowsOf } from './rows.ts'
import { readSlip, type SlipRow } from './slipRow.ts'
import { readEvent, readRecord, type EventRow, type RecordRow } from './trail.ts'

/** 审稿单 as staff read it: the slip, every decision with its text's hash, everything that happened, and names. */
export interface SlipView {
  slip: SlipRow
  records: (RecordRow & { by: string })[]
  events: (EventRow & { by: string })[]
  /** Headlines of the texts that were judged, by hash. */
  texts: Record<string, { headline: string; characters: number }>
  /** Names of the people the slip speaks of, by id. */
  names: Record<string, string>
}

/** Reads an article's slip and trail; null when there is none. */
export async function slipOf(key: ArticleKey): Promise<SlipView | null> {
  const { slugs, req, id } = key
  const rows = rowsOf(req)
  const found = await rows.one(slugs.reviewSlips, { article: { equals: id } })
  if (!found) return null
  const slip = readSlip(found)
  const records = (await rows.all(slugs.reviewRecords, { article: { equals: id } }, 'rev')).map(readRecord)
  const events = (await rows.all(slugs.workflowEvents, { subject: { equals: id } }, 'seq')).map(readEvent)
  const people = [
    ...records.flatMap(({ actorId, override }) => [actorId, ...(override ? [override.confirmedBy] : [])]),
    ...events.map(({ actorId }) => actorId),
    ...slip.writers,
    ...[slip.creator, slip.assignee, slip.submittedBy, slip.pending?.by].filter(
      (one) => typeof one === 'string',
    ),
  ]
  const names = await namesOf({ slugs, req, users: people })
  const nameOf = (user: string) => names.get(user) ?? user
  const texts = (await rows.all(slugs.texts, { article: { equals: id } })).map((row) => {
    const { headline, body } = parseText(String(row.canonical))
    const characters = body.reduce((sum, block) => sum + [...block.text].length, 0)
    return [String(row.hash), { headline, characters }] as const
  })
  return {
    slip,
    records: records.map((record) => ({ ...record, by: nameOf(record.actorId) })),
    events: events.map((event) => ({ ...event, by: nameOf(event.actorId) })),
    texts: Object.fromEntries(texts),
    names: Object.fromEntries(names),
  }
}
