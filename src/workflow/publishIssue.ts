import type { PayloadRequest } from 'payload'

import { decide, type Actor, type Blocker } from '../core/workflow/index.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { idOf } from '../core/ids.ts'
import type { Slugs } from '../options.ts'
import { executePlan } from './executePlan.ts'
import { asItStands, loadFacts } from './loadFacts.ts'
import { announcePublicChange } from './publicChange.ts'
import { recordEvent } from './recordEvent.ts'
import { rowsOf } from './rows.ts'

/** An article that keeps its issue from appearing, and why. */
export interface BlockedArticle {
  article: string
  headline: string | null
  blockers: Blocker[]
}

export type IssuePublished =
  | { outcome: 'published'; articles: string[]; waiting: number }
  | { outcome: 'blocked'; articles: BlockedArticle[] }
  | { outcome: 'nothingReady' }
  | { outcome: 'missing' }

/**
 * Publishes the ready articles of an issue in one transaction: all of them or none. Articles of the issue that
 * are not ready stay where they are, and are counted as waiting.
 */
export async function publishIssue(args: {
  slugs: Slugs
  req: PayloadRequest
  issue: string
  actor: Actor
  /** ISO 8601 in UTC. */
  now: string
}): Promise<IssuePublished> {
  try {
    return await inTransaction(args.req, () => publishOnce(args))
  } catch (error) {
    if (error instanceof PublishingBlocked) return { outcome: 'blocked', articles: error.articles }
    throw error
  }
}

async function publishOnce(args: Parameters<typeof publishIssue>[0]): Promise<IssuePublished> {
  const { slugs, req, issue, actor, now } = args
  const rows = rowsOf(req)
  const found = await rows.one(slugs.issues, { id: { equals: issue } })
  if (!found) return { outcome: 'missing' }
  const placements = await rows.all(slugs.placements, { issue: { equals: issue } }, 'order')
  const placed = [...new Set(placements.map(({ article }) => idOf(article)).filter((id) => id !== null))]
  const slips = await rows.all(slugs.reviewSlips, { article: { in: placed } })
  const stageOf = new Map(slips.map((slip) => [String(slip.article), slip]))
  const ready = placed.filter((id) => stageOf.get(id)?.stage === 'ready' && stageOf.get(id)?.live !== true)
  const done = placed.filter((id) => stageOf.get(id)?.live === true)
  if (ready.length === 0) return { outcome: 'nothingReady' }

  const blocked: BlockedArticle[] = []
  for (const id of ready) {
    const loaded = await loadFacts({ slugs, req, id })
    if (!loaded) throw new Error(`Article ${id} has no slip`)
    const { slip, article } = loaded
    const decision = decide({
      transition: 'publish',
      actor,
      facts: asItStands(loaded),
      input: { rev: slip.rev },
      now,
      bySystem: true,
    })
    if (decision.allowed) await executePlan({ slugs, req, plan: decision.plan, slip, article, issue })
    else blocked.push({ article: id, headline: article.headline ?? null, blockers: decision.blockers })
  }
  if (blocked.length > 0) throw new PublishingBlocked(blocked)

  await recordEvent({
    ...{ slugs, req, collection: slugs.issues },
    subject: { kind: 'issue', id: issue, publication: idOf(found.publication) },
    event: {
      ...{ transition: 'publishIssue', phase: 'done', from: null, to: null, rev: 0, reason: null },
      ...{ actorId: actor.id, details: { articles: ready.length }, at: now },
    },
  })
  await announcePublicChange({
    ...{ slugs, req },
    change: {
      ...{ kind: 'issue.published', publication: idOf(found.publication), issue },
      ...{ articles: ready, edition: null, at: now },
    },
  })
  return { outcome: 'published', articles: ready, waiting: placed.length - ready.length - done.length }
}

/** Thrown inside the transaction, so that what was already published in it is rolled back. */
class PublishingBlocked extends Error {
  override name = 'PublishingBlocked'
  constructor(readonly articles: BlockedArticle[]) {
    super(`${articles.length} articles keep the issue from appearing`)
  }
}
