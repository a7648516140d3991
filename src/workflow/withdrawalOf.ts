import type { PayloadRequest } from 'payload'

import type { Slugs } from '../options.ts'
import { rowsOf } from './rows.ts'
import { readSlip } from './slipRow.ts'

/** What anybody may know of a withdrawal. */
export interface PublicWithdrawal {
  /** Words for readers. */
  notice: string
  /** ISO 8601 in UTC. */
  at: string
}

/**
 * The notice in the place of an article that readers saw and can see no more; null for every other article, also for
 * one that was never published. It was public before, so that it tells nothing.
 */
export async function withdrawalOf(args: {
  slugs: Slugs
  req: PayloadRequest
  article: string
}): Promise<PublicWithdrawal | null> {
  const { slugs, req, article } = args
  const row = await rowsOf(req).one(slugs.reviewSlips, { article: { equals: article } })
  if (!row) return null
  const { live, withdrawal } = readSlip(row)
  return live || !withdrawal ? null : { notice: withdrawal.notice, at: withdrawal.at }
}

/**
 * Those of some articles that are withdrawn and not on their way back, with what readers are told: nobody outside is to read them,
 * whatever was handed out before. One query.
 */
export async function withdrawnAmong(args: {
  slugs: Slugs
  req: PayloadRequest
  articles: readonly string[]
}): Promise<Map<string, PublicWithdrawal>> {
  const { slugs, req, articles } = args
  const rows = await rowsOf(req).all(slugs.reviewSlips, {
    and: [{ article: { in: [...articles] } }, { stage: { equals: 'withdrawn' } }],
  })
  return new Map(
    rows.flatMap((row) => {
      const { article, withdrawal } = readSlip(row)
      return withdrawal ? [[article, { notice: withdrawal.notice, at: withdrawal.at }] as const] : []
    }),
  )
}

/** The notice in the place of an issue that readers saw and can see no more; null for every other issue. */
export async function issueWithdrawalOf(args: {
  slugs: Slugs
  req: PayloadRequest
  issue: string
}): Promise<PublicWithdrawal | null> {
  const { slugs, req, issue } = args
  return ofIssue(await rowsOf(req).one(slugs.issues, { id: { equals: issue } }))
}

function ofIssue(row: Record<string, unknown> | null): PublicWithdrawal | null {
  if (row?.stage !== 'withdrawn') return null
  return { notice: String(row.notice ?? ''), at: new Date(row.updatedAt as string | Date).toISOString() }
}
