import type { Payload, PayloadRequest, Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { Slugs } from '../../options.ts'
import type { ArticleRow } from '../currentText.ts'
import { readPageRow } from '../desk/deskRows.ts'
import { readEdition } from '../publish/editions.ts'
import { readSlip } from '../slipRow.ts'
import { readEvent, readRecord, type EventRow } from '../trail.ts'
import type { ArticleRows, TextRow } from './auditArticle.ts'
import { articlesNamed, type IssueRows } from './auditIssue.ts'

/** Where to read: with `req` in its transaction, without on what is committed. */
export interface Source {
  slugs: Slugs
  payload: Payload
  req?: PayloadRequest
}

export type Row = Record<string, unknown> & { id: string }

/** Rows that meet a condition, all at once: for conditions that name a bounded number of subjects. */
export async function rowsWhere(source: Source, collection: keyof Slugs, where: Where): Promise<Row[]> {
  const { docs } = await source.payload.db.find<Row>({
    ...{ collection: source.slugs[collection], where, limit: 0, pagination: false, joins: false },
    ...(source.req ? { req: source.req } : {}),
  })
  return docs.map(withTextId)
}

/** An app's own users may be numbered; in the trail every id is a text. */
function withTextId(row: Row): Row {
  return { ...row, id: String(row.id) }
}

/** A collection in batches, by id: no more than a batch is in memory, and rows written meanwhile do no harm. */
export async function* batchesOf(
  source: Source,
  { collection, size }: { collection: keyof Slugs; size: number },
): AsyncGenerator<Row[]> {
  for (let last: string | undefined; ;) {
    const where = (last === undefined ? {} : { id: { greater_than: last } }) as Where
    const { docs } = await source.payload.db.find<Row>({
      ...{ collection: source.slugs[collection], where, sort: 'id' },
      ...{ limit: size, pagination: false, joins: false },
    })
    if (docs.length > 0) yield docs.map(withTextId)
    const end = docs.at(-1)
    if (!end || docs.length < size) return
    last = end.id
  }
}

/** Events of these subjects by subject, each list in the order of its seq. */
export async function eventsOf(
  source: Source,
  subjects: readonly string[],
): Promise<Map<string, readonly EventRow[]>> {
  const rows = await rowsWhere(source, 'workflowEvents', { subject: { in: [...subjects] } })
  const events = rows.map(readEvent).sort((a, b) => a.seq - b.seq)
  return grouped(events, ({ subject }) => subject)
}

/** Everything about the articles of these slips, in the slips' order. */
export async function articleRows(source: Source, slips: readonly Row[]): Promise<ArticleRows[]> {
  const ids = slips.map(({ article }) => String(article))
  const ofArticles: Where = { article: { in: ids } }
  const events = await eventsOf(source, ids)
  const records = grouped((await rowsWhere(source, 'reviewRecords', ofArticles)).map(readRecord), byArticle)
  const texts = grouped(await rowsWhere(source, 'texts', ofArticles), byArticle)
  const main = byId(await rowsWhere(source, 'articles', { id: { in: ids } }))
  const working = byId(await workingCopies(source, ids))
  return slips.map(readSlip).map((slip) => ({
    slip,
    events: events.get(slip.article) ?? [],
    records: records.get(slip.article) ?? [],
    texts: (texts.get(slip.article) ?? []).map(readText),
    main: (main.get(slip.article) ?? null) as ArticleRow | null,
    working: (working.get(slip.article) ?? null) as ArticleRow | null,
  }))
}

/** Everything about these issues, in their order. */
export async function issueRows(source: Source, owners: readonly Row[]): Promise<IssueRows[]> {
  const ids = owners.map(({ id }) => id)
  const ofIssues: Where = { issue: { in: ids } }
  const events = await eventsOf(source, ids)
  const pages = grouped((await rowsWhere(source, 'pages', ofIssues)).map(readPageRow), ({ issue }) => issue)
  const all = (await rowsWhere(source, 'editions', ofIssues)).map(readEdition)
  const editions = grouped(
    [...all].sort((a, b) => a.number - b.number),
    ({ issue }) => issue,
  )
  const named = [...new Set(articlesNamed(all))]
  const publicHashes = new Map<string, string | null>()
  if (named.length > 0) {
    for (const { article, publicHash } of (
      await rowsWhere(source, 'reviewSlips', { article: { in: named } })
    ).map(readSlip))
      publicHashes.set(article, publicHash)
  }
  return owners.map((owner) => ({
    ...{ owner, publicHashes },
    events: events.get(owner.id) ?? [],
    pages: pages.get(owner.id) ?? [],
    editions: editions.get(owner.id) ?? [],
  }))
}

async function workingCopies({ slugs, payload, req }: Source, ids: string[]): Promise<Row[]> {
  const { docs } = await payload.db.queryDrafts<Row>({
    ...{ collection: slugs.articles, where: { parent: { in: ids } }, limit: 0, pagination: false },
    joins: false,
    ...(req ? { req } : {}),
  })
  return docs
}

function readText(row: Row): TextRow {
  const { id, hash, canonical } = row
  return {
    id,
    publication: idOf(row.publication) ?? '',
    hash: String(hash),
    canonical: String(canonical),
  }
}

const byArticle = (row: object): string => String((row as { article: unknown }).article)

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [String(row.id), row]))
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
