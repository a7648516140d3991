import type { ArticleFacts, Plan } from './types.ts'

/** A plan to be applied to the facts it was made from. */
export interface Application {
  facts: ArticleFacts
  plan: Plan
  /** The id under which its record is kept; needed when it has one. */
  recordId?: string
}

/**
 * The facts after a plan: what the shell's transaction does to slip, records and edits. What it reads from the text (`content`,
 * `change`, `bylineUsers`) is left for the caller to read again.
 */
export function applyPlan({ facts, plan, recordId }: Application): ArticleFacts {
  const { slip, records, edits, publicHash } = facts
  const changedText = plan.transition === 'save' && plan.event.details.changed === true
  const correctionBegan = slip.correction?.rev ?? slip.rev
  if (plan.record && !recordId) throw new Error('A record needs an id')
  return {
    ...facts,
    slip: { ...slip, ...plan.slip },
    records: plan.record ? [...records, { ...plan.record, id: recordId ?? '' }] : records,
    edits: changedText
      ? [...edits, { by: plan.event.actorId, stage: plan.from, rev: plan.event.rev }]
      : plan.orders.includes('dropWorkingCopy')
        ? edits.filter((edit) => edit.rev <= correctionBegan)
        : edits,
    publicHash: plan.orders.includes('writePublic')
      ? slip.contentHash
      : plan.orders.includes('removePublic')
        ? null
        : publicHash,
  }
}
