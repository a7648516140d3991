import { decide, type Actor, type Blocker, type Plan, type TransitionInput } from '../core/workflow/index.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { executePlan } from './executePlan.ts'
import { asItStands, loadFacts, type ArticleKey, type LoadedArticle } from './loadFacts.ts'
import { again } from './lostRace.ts'
import { announcePublicChange } from './publicChange.ts'
import { writeArticleEdition } from './publish/articleEdition.ts'
import { rowsOf } from './rows.ts'
import type { SlipRow } from './slipRow.ts'

/** A move that was made, or every reason why not. `missing`: no such article. */
export type Moved =
  | { outcome: 'moved'; plan: Plan; slip: SlipRow }
  | { outcome: 'refused'; blockers: Blocker[]; slip: SlipRow }
  | { outcome: 'missing' }

export interface Move extends ArticleKey {
  transition: string
  actor: Actor
  input: TransitionInput
  /** ISO 8601 in UTC. */
  now: string
  /** Only for our own code; never from a request. */
  bySystem?: boolean
}

/**
 * Makes one move in one transaction: load, decide, compare-and-set, record, text, event. Of two people who
 * decide at the same moment one wins; the other is told what the article has become.
 */
export async function moveArticle(move: Move): Promise<Moved> {
  return again(() => inTransaction(move.req, () => moveOnce(move)))
}

async function moveOnce(move: Move): Promise<Moved> {
  const loaded = await loadFacts(move)
  if (!loaded) return { outcome: 'missing' }
  const { slip, article } = loaded
  const decision = decide({ ...move, facts: asItStands(loaded) })
  if (!decision.allowed) return { outcome: 'refused', blockers: decision.blockers, slip }
  const { slugs, req } = move
  const after = await executePlan({ slugs, req, plan: decision.plan, slip, article })
  await announceMove(move, { plan: decision.plan, loaded })
  return { outcome: 'moved', plan: decision.plan, slip: after }
}

/** A correction, a withdrawal or a return to the public; every other move is none of the readers' business. */
async function announceMove(
  move: Move,
  { plan, loaded }: { plan: Plan; loaded: LoadedArticle },
): Promise<void> {
  const { slugs, req, now } = move
  const { slip: before, facts } = loaded
  const removed = plan.orders.includes('removePublic')
  if (!removed && !plan.orders.includes('writePublic')) return
  const kind = removed ? 'article.withdrawn' : before.live ? 'article.corrected' : 'article.reinstated'
  const { article, publication } = before
  const row = await rowsOf(req).one(slugs.articles, { id: { equals: article } })
  const written = await writeArticleEdition(move, {
    ...{ kind: editionOf[kind], plan, version: Number(row?.version ?? 1) },
    facts: removed ? facts : { ...facts, slip: asItStands(loaded).slip },
  })
  const { edition, issue } = written ?? { edition: null, issue: null }
  const change = { kind, publication, issue, articles: [article], edition, at: now } as const
  await announcePublicChange({ slugs, req, change })
}

const editionOf = {
  'article.withdrawn': 'withdrawal',
  'article.corrected': 'correction',
  'article.reinstated': 'reinstatement',
} as const
