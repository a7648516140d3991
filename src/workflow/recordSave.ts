import type { PayloadRequest } from 'payload'

import { canonicalContent, checkText } from '../core/text/index.ts'
import {
  blocker,
  decideSave,
  isProof,
  withAbsences,
  type Actor,
  type Blocker,
  type Plan,
  type Stage,
} from '../core/workflow/index.ts'
import type { Slugs } from '../options.ts'
import { approvable, type ArticleRow } from './currentText.ts'
import { executePlan } from './executePlan.ts'
import { bylineUsers, changeOf, loadFacts } from './loadFacts.ts'
import { LostRace } from './lostRace.ts'
import { revisionsSince, type Revision } from './revisionsSince.ts'
import type { SlipRow } from './slipRow.ts'

/** A text that Payload has just written as a draft, in a transaction that is still open. */
export interface SavedText {
  slugs: Slugs
  req: PayloadRequest
  id: string
  actor: Actor
  /** The revision the save was made on. */
  rev: number | undefined
}

/** What an article is, for somebody whose save or decision came too late. */
export interface CurrentArticle {
  stage: Stage
  rev: number
  hash: string
  since: Revision[]
}

/** Recorded, with the slip after it; or every reason why not, and then the caller must roll the text back. */
export type SaveOutcome =
  { recorded: true; slip: SlipRow } | { recorded: false; blockers: Blocker[]; current: CurrentArticle }

/** Lets the rule book judge a save: it is recorded, and may reopen the article; or it is refused. */
export async function recordSave({ slugs, req, id, actor, rev }: SavedText): Promise<SaveOutcome> {
  const key = { slugs, req, id }
  const loaded = await loadFacts(key)
  if (!loaded) throw new Error(`Article ${id} has no slip`)
  const { article, slip, facts } = loaded
  const decision = decideSave({
    ...{ actor, facts, now: new Date().toISOString() },
    input: rev === undefined ? {} : { rev },
    after: {
      contentHash: approvable(article).hash,
      bylineUsers: await bylineUsers(key, article),
      change: isProof(slip.stage) ? await changeOf(key, { facts, article }) : null,
    },
  })
  if (!decision.allowed) return refused(decision.blockers)

  let current: SlipRow = slip
  try {
    for (const made of decision.plans) {
      const plan = withFlags(made, { current, article })
      current = await executePlan({ slugs, req, article, plan, slip: current })
    }
  } catch (error) {
    if (!(error instanceof LostRace)) throw error
    return refused([blocker('rev.stale', { rev: current.rev, shown: rev ?? 0 })])
  }
  return { recorded: true, slip: current }

  async function refused(blockers: Blocker[]): Promise<SaveOutcome> {
    const { stage, contentHash: hash } = slip
    const since = await revisionsSince({ slugs, req, article: id, rev: rev ?? slip.rev })
    return { recorded: false, blockers, current: { stage, rev: slip.rev, hash, since } }
  }
}

/** A save may fill in what was flagged as missing, or take away what was there. */
function withFlags(plan: Plan, { current, article }: { current: SlipRow; article: ArticleRow }): Plan {
  if (plan.transition !== 'save') return plan
  const flags = withAbsences(current.flags, checkText(canonicalContent(article), article))
  return { ...plan, slip: { ...plan.slip, flags } }
}
