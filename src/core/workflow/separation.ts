import { blocker, type Blocker } from './blockers.ts'
import { rolesAllowed, type Context } from './context.ts'
import { isProof, isReview } from './path.ts'
import { isWriter, judgesOf, pathOf, standingInCycle, stepsOf, unjudgedEdits } from './trail.ts'

/**
 * W4 for reviews: not a writer, not the user of another review of this cycle, and not one whose writing of an earlier,
 * returned cycle nobody else has judged (`writers` begins anew with each cycle, the text does not).
 * Asked for both people of an override, because its record stands for reviews.
 */
export function separateReviewers(context: Context): Blocker[] {
  const { actor, facts, confirming } = context
  const { pending, stage } = facts.slip
  const roles = rolesAllowed(context).join(',')
  const people = confirming && pending ? [actor.id, pending.by] : [actor.id]
  return people.flatMap((user) => {
    const problems: Blocker[] = []
    const wrote = unjudgedEdits(user, facts).some(
      (edit) => edit.stage === 'draft' || edit.stage === 'correcting',
    )
    if (isWriter(user, facts)) problems.push(blocker('sod.writer', { roles }))
    else if (wrote) problems.push(blocker('sod.unjudgedEdit', { roles }))
    for (const record of standingInCycle(facts))
      for (const step of stepsOf(record))
        if (isReview(step) && step !== stage && judgesOf(record).includes(user))
          problems.push(blocker('sod.reviewer', { step, roles }))
    return problems
  })
}

/**
 * W4 for proofs: not the user of the proof before, nor one with an edit, made before this proof began, that nobody
 * else has judged since. What one corrects while proofing is carried by the proof itself.
 */
export function separateProofreaders({ actor, facts }: Context): Blocker[] {
  const { stage, enteredRev } = facts.slip
  if (!isProof(stage)) return []
  const path = pathOf(facts)
  const previous = path[path.indexOf(stage) - 1]
  const problems: Blocker[] = []
  if (
    previous &&
    isProof(previous) &&
    standingInCycle(facts).some((record) => record.step === previous && record.actorId === actor.id)
  )
    problems.push(blocker('proofSod.previous', { step: previous }))
  if (unjudgedEdits(actor.id, facts).some((edit) => edit.rev <= enteredRev))
    problems.push(blocker('proofSod.unjudgedEdit'))
  return problems
}
