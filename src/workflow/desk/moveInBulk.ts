import type { PayloadRequest } from 'payload'

import type { AnyBlocker } from '../../core/issue/index.ts'
import type { Actor, TransitionInput } from '../../core/workflow/index.ts'
import type { Slugs } from '../../options.ts'
import { loadFacts } from '../loadFacts.ts'
import { moveArticle } from '../moveArticle.ts'

/** What may be done for many articles at once: what an archive's articles go through, and nothing that undoes. */
export const bulkTransitions = ['submit', 'signOff', 'proof', 'acceptFlag'] as const

/** An article as the client saw it. */
export interface BulkArticle {
  id: string
  rev?: number
  hash?: string
}

/** What became of one article of many. */
export type BulkResult =
  | { article: string; outcome: 'moved'; stage: string; rev: number; hash: string }
  | { article: string; outcome: 'refused'; blockers: AnyBlocker[]; current: object | null }

/**
 * Makes one move for each of these articles, each in a transaction of its own and by the same rules as alone: one that is
 * refused does not keep the others. `acceptFlag` accepts every open doubt of each.
 */
export async function moveInBulk(move: {
  slugs: Slugs
  req: PayloadRequest
  transition: string
  articles: readonly BulkArticle[]
  input: TransitionInput
  actor: Actor
}): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const article of move.articles) results.push(await moveOne(move, article))
  return results
}

async function moveOne(
  { slugs, req, transition, input, actor }: Parameters<typeof moveInBulk>[0],
  article: BulkArticle,
): Promise<BulkResult> {
  const { id, rev, hash } = article
  const shown = { ...(rev === undefined ? {} : { rev }), ...(hash === undefined ? {} : { hash }) }
  const flags = transition === 'acceptFlag' ? await openFlagsOf({ slugs, req, id }) : [null]
  let current = shown
  let last: BulkResult | null = null
  for (const flag of flags.length > 0 ? flags : [undefined]) {
    const moved = await moveArticle({
      ...{ slugs, req, id, transition, actor, now: new Date().toISOString() },
      input: { ...input, ...current, ...(flag ? { flag } : {}) },
    })
    if (moved.outcome === 'missing') return { article: id, outcome: 'refused', blockers: [], current: null }
    const { stage, rev: at, contentHash } = moved.slip
    if (moved.outcome === 'refused') {
      const where = { stage, rev: at, hash: contentHash }
      return { article: id, outcome: 'refused', blockers: moved.blockers, current: where }
    }
    current = { rev: at, hash: contentHash }
    last = { article: id, outcome: 'moved', stage, rev: at, hash: contentHash }
  }
  if (!last) throw new Error(`Nothing was done for article ${id}`)
  return last
}

async function openFlagsOf(key: { slugs: Slugs; req: PayloadRequest; id: string }): Promise<string[]> {
  const loaded = await loadFacts(key)
  return (loaded?.slip.flags ?? []).filter(({ accepted }) => accepted === null).map(({ id }) => id)
}
