import type { ChangeClass } from '../text/classifyChange.ts'
import { applyPlan } from './applyPlan.ts'
import { blocker, type Blocker } from './blockers.ts'
import { isEditorial } from './context.ts'
import { decide, type MoveRequest } from './decide.ts'
import { guards as houseGuards } from './guards.ts'
import { isProof, isReview } from './path.ts'
import { roleOfReview } from './profiles.ts'
import { isWriter } from './trail.ts'
import { transitions } from './table.ts'
import type { Actor, ArticleFacts, Plan } from './types.ts'

/** Somebody saves a text; restoring a version is a save like any other (W2). */
export interface SaveRequest extends Omit<MoveRequest, 'transition' | 'bySystem'> {
  /** The text as it would be after the save; `change` in proof against the text signed off, else null. */
  after: { contentHash: string; bylineUsers: readonly string[]; change: ChangeClass | null }
}

/** The plans of a save, in order: the save, and the reopening that it may cause. */
export type SaveDecision = { allowed: true; plans: Plan[] } | { allowed: false; blockers: Blocker[] }

/**
 * Why this actor may not edit the text where it stands; empty when they may. Draft and correcting: its writers and the
 * editors. A review: who holds the level. A proof: proofreaders. Ready and later: nobody.
 */
export function editBlockers(actor: Actor, facts: ArticleFacts): Blocker[] {
  const { stage } = facts.slip
  const outside = actor.publications.length > 0 && !actor.publications.includes(facts.publication)
  const blockers = outside ? [blocker('who.publication')] : []
  if (stage === 'draft' || stage === 'correcting') {
    const writes = actor.roles.includes('editor') || (isEditorial(actor) && isWriter(actor.id, facts))
    return writes ? blockers : [...blockers, blocker('who.edit', { stage, roles: 'writer,editor' })]
  }
  const role = isReview(stage) ? roleOfReview(facts.profile, stage) : isProof(stage) ? 'proofreader' : null
  if (!role) return [...blockers, blocker('stage.noEdit', { stage })]
  return actor.roles.includes(role) ? blockers : [...blockers, blocker('who.edit', { stage, roles: role })]
}

/** Whether this actor may edit the text where it stands. */
export function mayEdit(actor: Actor, facts: ArticleFacts): boolean {
  return editBlockers(actor, facts).length === 0
}

/**
 * May this text be saved, and what follows: the saver becomes a writer at the desk, a request that waited for its
 * second person is dropped, and in proof a change that is more than a correction reopens the article by itself.
 */
export function decideSave(request: SaveRequest): SaveDecision {
  const { actor, facts, input, now, after, guards = houseGuards } = request
  const stale = guards.rev({
    ...{ actor, facts, input, now, bySystem: false, confirming: false },
    ...{ name: 'submit', rule: transitions.submit },
  })
  const blockers = [...editBlockers(actor, facts), ...stale]
  if (blockers.length > 0) return { allowed: false, blockers }

  const save = planSave(request)
  const reasons = after.change?.reasons ?? []
  if (!isProof(facts.slip.stage) || reasons.length === 0) return { allowed: true, plans: [save] }
  const saved = { ...applyPlan({ facts, plan: save }), bylineUsers: after.bylineUsers, change: after.change }
  const reopen = decide({
    ...{ transition: 'reopen', bySystem: true, actor, facts: saved, now, guards },
    input: { rev: saved.slip.rev, reason: reasons.join(',') },
  })
  return reopen.allowed ? { allowed: true, plans: [save, reopen.plan] } : reopen
}

function planSave({ actor, facts, now, after }: SaveRequest): Plan {
  const { slip } = facts
  const changed = after.contentHash !== slip.contentHash
  const atDesk = slip.stage === 'draft' || slip.stage === 'correcting'
  const writers = [...slip.writers, ...(changed && atDesk ? [actor.id] : []), ...after.bylineUsers]
  const rev = slip.rev + 1
  return {
    ...{ transition: 'save', from: slip.stage, to: slip.stage, record: null },
    orders: changed ? ['dropSignatures'] : [],
    slip: {
      rev,
      contentHash: after.contentHash,
      writers: [...new Set(writers)],
      pending: changed ? null : slip.pending,
    },
    event: {
      ...{ transition: 'save', phase: 'done', from: slip.stage, to: slip.stage, actorId: actor.id },
      ...{ rev, reason: null, details: { changed, contentHash: after.contentHash }, at: now },
    },
  }
}
