import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import { issueTransitions, type PendingRequest } from '../../core/issue/index.ts'
import {
  confirmableMoves,
  confirmableUntil,
  mayConfirm,
  waitsForAnother,
  type ReviewRecord,
  type Slip,
} from '../../core/workflow/index.ts'
import { optionsOf } from '../../options.ts'
import { viewerOf, type Viewer } from '../issueWork/viewer.ts'

/** What was asked for and waits for a second person. */
export interface AskedFor {
  kind: 'article' | 'issue'
  id: string
  title: string
  /** A move of the articles' table, or of the issues'. */
  move: string
  by: string
  reason: string
  /** ISO 8601 in UTC. */
  until: string
}

/** What waits for this person's confirmation, and what they have asked others to confirm, the most urgent first. */
export interface Requests {
  mine: AskedFor[]
  own: AskedFor[]
}

/** How long somebody is told that nobody confirmed what they asked for. */
const toldFor = 3 * 24 * 60 * 60 * 1000

type Row = Record<string, unknown> & { id: string }

/** Reads what waits for confirmation, as far as this person may see it, at `now` (ISO 8601 in UTC). */
export async function readRequests(req: PayloadRequest, now: string): Promise<Requests> {
  const viewer = viewerOf(req)
  if (!viewer) return { mine: [], own: [] }
  const found = [
    ...(await articleRequests(req, { viewer, now })),
    ...(await issueRequests(req, { viewer, now })),
  ]
  const names = await namesOf(req, [...new Set(found.map(({ asked }) => asked.by))])
  const asked = found
    .map(({ mine, asked: one }) => ({ mine, asked: { ...one, by: names.get(one.by) ?? one.by } }))
    .sort((a, b) => (a.asked.until < b.asked.until ? -1 : 1))
  return {
    mine: asked.filter(({ mine }) => mine).map(({ asked: one }) => one),
    own: asked.filter(({ mine }) => !mine).map(({ asked: one }) => one),
  }
}

interface Found {
  mine: boolean
  /** With the id of who asked. */
  asked: AskedFor
}

interface Asking {
  viewer: Viewer
  now: string
}

async function articleRequests(req: PayloadRequest, { viewer, now }: Asking): Promise<Found[]> {
  const { slugs } = optionsOf(req.payload)
  const asked = await waiting(req, slugs.reviewSlips)
  // What nobody confirmed in time stays on its slip, and matters to whoever asked for some days.
  const slips = asked.filter(({ pending }) => {
    const request = pending as Slip['pending']
    return request && (waitsForAnother(request, { user: viewer.id, now }) || isTold(request, { viewer, now }))
  })
  const articles = slips.map(({ article }) => String(article))
  if (articles.length === 0) return []
  const records = await rowsOf(req, {
    collection: slugs.reviewRecords,
    where: { article: { in: articles } },
  })
  const titles = new Map(
    (await rowsOf(req, { collection: slugs.articles, where: { id: { in: articles } }, draft: true })).map(
      ({ id, title }) => [id, String(title ?? '')],
    ),
  )
  return slips.flatMap((row): Found[] => {
    const slip = { ...row, writers: row.writers ?? [] } as unknown as Slip
    const { pending } = slip
    if (!pending) return []
    const id = String(row.article)
    const facts = {
      ...{ publication: idOf(row.publication) ?? '', creator: (row.creator ?? null) as string | null, slip },
      records: records.filter(({ article }) => article === id).map(readRecord),
    }
    const mine = mayConfirm({ actor: viewer, facts, now })
    if (!mine && !isTold(pending, { viewer, now })) return []
    const { transition: move, by, reason } = pending
    const title = titles.get(id) ?? ''
    const until = confirmableUntil(pending)
    return [{ mine, asked: { kind: 'article', id, title, move, by, reason, until } }]
  })
}

async function issueRequests(req: PayloadRequest, { viewer, now }: Asking): Promise<Found[]> {
  const { slugs } = optionsOf(req.payload)
  const issues = await waiting(req, slugs.issues)
  const confirmable: string[] = confirmableMoves(issueTransitions, viewer.roles)
  return issues.flatMap((row): Found[] => {
    const pending = row.pending as PendingRequest | null
    if (!pending) return []
    const { transition: move, by, reason } = pending
    const mine = confirmable.includes(move) && waitsForAnother(pending, { user: viewer.id, now })
    if (!mine && !isTold(pending, { viewer, now })) return []
    const asked: AskedFor = {
      ...{ kind: 'issue', id: row.id, title: String(row.title ?? ''), move, by, reason },
      until: confirmableUntil(pending),
    }
    return [{ mine, asked }]
  })
}

/** Whoever asked is told so while it waits, and for some days that it waited in vain. */
function isTold({ by, at }: { by: string; at: string }, { viewer, now }: Asking): boolean {
  return by === viewer.id && Date.parse(now) <= Date.parse(confirmableUntil({ by, at })) + toldFor
}

/**
 * The rows that carry a request. Asked as a range and in the order of its own index: SQLite, which knows only that most rows have
 * none, would look through all of them for single values.
 */
async function waiting(req: PayloadRequest, collection: string): Promise<Row[]> {
  return rowsOf(req, { collection, where: { pendingMove: { greater_than: '' } }, sort: 'pendingMove' })
}

async function rowsOf(
  req: PayloadRequest,
  find: { collection: string; where: Where; draft?: boolean; sort?: string },
): Promise<Row[]> {
  const query = { ...find, depth: 0, limit: 0, pagination: false, overrideAccess: false, req }
  return (await req.payload.find(query as never)).docs as unknown as Row[]
}

function readRecord(row: Row): ReviewRecord {
  return {
    ...row,
    supersedes: row.supersedes ?? [],
    override: row.override ?? null,
  } as unknown as ReviewRecord
}

/** Names of colleagues: the only thing about them that is looked up here, past what one may read of another's account. */
async function namesOf(req: PayloadRequest, users: readonly string[]): Promise<Map<string, string>> {
  if (users.length === 0) return new Map()
  const { docs } = await req.payload.find({
    ...{ collection: optionsOf(req.payload).slugs.users, where: { id: { in: [...users] } } },
    ...{ depth: 0, limit: 0, pagination: false, overrideAccess: true, req },
  })
  return new Map(
    (docs as unknown as Row[]).map(({ id, name, email }) => [String(id), String(name ?? email ?? id)]),
  )
}
