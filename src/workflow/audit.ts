import { createLocalReq, type Payload } from 'payload'

import { inTransaction } from '../database/inTransaction.ts'
import type { Slugs } from '../options.ts'
import { auditArticle, type ArticleRows } from './audit/auditArticle.ts'
import { auditChain } from './audit/auditChain.ts'
import { auditIssue } from './audit/auditIssue.ts'
import type { Finding } from './audit/finding.ts'
import { findStray } from './audit/findStray.ts'
import {
  articleRows,
  batchesOf,
  eventsOf,
  issueRows,
  rowsWhere,
  type Row,
  type Source,
} from './audit/readRows.ts'
import { grantsOf } from './grants.ts'

export { auditProblems, type AuditProblem, type Finding } from './audit/finding.ts'

const counted = [
  'articles',
  'reviewSlips',
  'issues',
  'users',
  'workflowEvents',
  'reviewRecords',
  'texts',
  'editions',
] as const

/** How many rows of each collection were looked at. */
export type AuditCounts = Record<(typeof counted)[number] | 'published', number>

export interface Audited {
  /** The first wrong row; null when the trail is whole. */
  finding: Finding | null
  counts: AuditCounts
}

/**
 * Compares the whole trail with itself and with what readers see (W5): every chain of every article, issue and user,
 * every record, text and slip, every published text. Stops at the first wrong row. Reads in batches, so memory does
 * not grow with the house; may run while people work. It cannot know of a chain that was rewritten as a whole,
 * the owner's head included.
 */
export async function auditTrail(args: {
  slugs: Slugs
  payload: Payload
  /** Subjects in memory at a time. */
  batch?: number
  /** Told after each batch how many of all subjects were looked at. */
  onProgress?: (done: number, all: number) => void
}): Promise<Audited> {
  const { slugs, payload, batch = 50, onProgress } = args
  const source: Source = { slugs, payload }
  const counts = Object.fromEntries([...counted, 'published'].map((name) => [name, 0])) as AuditCounts
  const total = async (collection: keyof Slugs) =>
    (await payload.db.count({ collection: slugs[collection] })).totalDocs
  const all = (await total('reviewSlips')) + (await total('issues')) + (await total('users'))
  let done = 0
  const finding = (await wrongArticle()) ?? (await wrongIssue()) ?? (await wrongUser()) ?? (await stray())
  return { finding, counts }

  async function wrongArticle(): Promise<Finding | null> {
    for await (const slips of batchesOf(source, { collection: 'reviewSlips', size: batch })) {
      for (const rows of await articleRows(source, slips)) {
        countArticle(counts, rows)
        const finding = auditArticle(rows) && (await again(rows.slip.id))
        if (finding) return finding
      }
      onProgress?.((done += slips.length), all)
    }
    return null
  }

  /** Somebody may have worked between two of our reads: what looked wrong is read again, all at one moment. */
  async function again(slip: string): Promise<Finding | null> {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, async () => {
      const now = { ...source, req }
      const rows = await articleRows(now, await rowsWhere(now, 'reviewSlips', { id: { equals: slip } }))
      return rows.map(auditArticle).find((finding) => finding !== null) ?? null
    })
  }

  async function wrongIssue(): Promise<Finding | null> {
    for await (const owners of batchesOf(source, { collection: 'issues', size: batch })) {
      for (const rows of await issueRows(source, owners)) {
        counts.issues += 1
        counts.workflowEvents += rows.events.length
        counts.editions += rows.editions.length
        const id = rows.owner.id
        const finding =
          auditIssue(rows) &&
          (await atOneMoment('issues', id, async (now, fresh) => {
            const [one] = await issueRows(now, [fresh])
            return one ? auditIssue(one) : null
          }))
        if (finding) return finding
      }
      onProgress?.((done += owners.length), all)
    }
    return null
  }

  async function wrongUser(): Promise<Finding | null> {
    for await (const owners of batchesOf(source, { collection: 'users', size: batch })) {
      const events = await eventsOf(
        source,
        owners.map(({ id }) => id),
      )
      for (const owner of owners) {
        counts.users += 1
        counts.workflowEvents += events.get(owner.id)?.length ?? 0
        if (!auditUser(owner, events.get(owner.id) ?? [])) continue
        const finding = await atOneMoment('users', owner.id, async (now, fresh) =>
          auditUser(fresh, (await eventsOf(now, [owner.id])).get(owner.id) ?? []),
        )
        if (finding) return finding
      }
      onProgress?.((done += owners.length), all)
    }
    return null
  }

  /** Somebody may have worked between two of our reads: what looked wrong is read again, all at one moment. */
  async function atOneMoment(
    collection: 'issues' | 'users',
    id: string,
    look: (now: Source, fresh: Row) => Promise<Finding | null>,
  ): Promise<Finding | null> {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, async () => {
      const now = { ...source, req }
      const [fresh] = await rowsWhere(now, collection, { id: { equals: id } })
      return fresh ? look(now, fresh) : null
    })
  }

  async function stray(): Promise<Finding | null> {
    for (const collection of ['articles', 'workflowEvents', 'reviewRecords', 'texts', 'editions'] as const) {
      if ((await total(collection)) === counts[collection]) continue
      const finding = await findStray(source, { collection, size: batch * 10 })
      if (finding) return finding
    }
    return null
  }
}

/** The first wrong row of a user's chain, or roles that nobody gave. */
function auditUser(owner: Row, events: NonNullable<ArticleRows['events']>): Finding | null {
  const { id, trailSeq, trailHash } = owner
  const chain = auditChain({
    subject: { kind: 'user', id },
    events,
    head: { seq: Number(trailSeq ?? 0), hash: trailHash ? String(trailHash) : null },
    owner: { collection: 'users', id },
  })
  if (chain) return chain
  const given = events.findLast(({ transition }) => transition === 'roles')?.details.after ?? ''
  return grantsOf(owner as Parameters<typeof grantsOf>[0]) === given
    ? null
    : { problem: 'user.grants', collection: 'users', id, subject: id, params: { given: String(given) } }
}

function countArticle(counts: AuditCounts, { slip, main, events, records, texts }: ArticleRows): void {
  counts.reviewSlips += 1
  counts.articles += main ? 1 : 0
  counts.published += slip.live ? 1 : 0
  counts.workflowEvents += events.length
  counts.reviewRecords += records.length
  counts.texts += texts.length
}
