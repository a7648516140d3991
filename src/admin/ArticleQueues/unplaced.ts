import type { PayloadRequest } from 'payload'

import { idOf } from '../../core/ids.ts'
import { optionsOf } from '../../options.ts'
import { slipsOf, type Waiting } from './queueOf.ts'

/** So many are named one by one; of more, those that stand on a page already are not told apart. */
const most = 200

/**
 * A queue in which texts that wait for their first appearance wait for a place on a page: those that have one are left out, because
 * what is to be done with them is done with their page. What waits for nobody by that is left out as well.
 */
export async function unplaced(req: PayloadRequest, queue: readonly Waiting[]): Promise<Waiting[]> {
  const parts = queue.map(async (waiting): Promise<Waiting> => {
    if (waiting.seenBefore !== false) return waiting
    const articles = await waitingArticles(req, waiting)
    if (articles.length > most) return waiting
    const placed = new Set(await placedAmong(req, articles))
    return { ...waiting, articles: articles.filter((id) => !placed.has(id)) }
  })
  return (await Promise.all(parts)).filter(({ articles }) => articles === undefined || articles.length > 0)
}

interface Rows {
  docs: { article?: unknown }[]
}

async function waitingArticles(req: PayloadRequest, waiting: Waiting): Promise<string[]> {
  const found = (await req.payload.find({
    ...{ collection: optionsOf(req.payload).slugs.reviewSlips, where: slipsOf([waiting]), depth: 0 },
    ...{ limit: most + 1, pagination: false, overrideAccess: false, req },
  })) as unknown as Rows
  return found.docs.map(({ article }) => String(article))
}

async function placedAmong(req: PayloadRequest, articles: readonly string[]): Promise<string[]> {
  if (articles.length === 0) return []
  const found = (await req.payload.find({
    collection: optionsOf(req.payload).slugs.placements,
    where: { article: { in: [...articles] } },
    ...{ depth: 0, limit: 0, pagination: false, overrideAccess: false, req },
  })) as unknown as Rows
  return found.docs.map(({ article }) => idOf(article) ?? '')
}
