import { blocker, type Blocker } from './blockers.ts'
import { isProof, isReview, reviewsOf } from './path.ts'
import { pathFor } from './profiles.ts'
import type { ArticleFacts, ContentEdit, ReviewRecord, WorkflowEvent } from './types.ts'
import type { Step } from './vocabulary.ts'

/** The steps of the cycle: those it was submitted for, or would be. */
export function pathOf({ slip, profile }: Pick<ArticleFacts, 'slip' | 'profile'>): readonly Step[] {
  return slip.path.length > 0 ? slip.path : pathFor(profile, slip.correction?.kind ?? null)
}

/** The approvals that no later record has superseded, of all cycles. */
export function standingRecords(records: readonly ReviewRecord[]): ReviewRecord[] {
  const superseded = new Set(records.flatMap((record) => record.supersedes))
  return records.filter((record) => record.decision === 'pass' && !superseded.has(record.id))
}

/** The standing approvals of the present cycle. */
export function standingInCycle({ records, slip }: Pick<ArticleFacts, 'records' | 'slip'>): ReviewRecord[] {
  return standingRecords(records).filter((record) => record.cycle === slip.cycle)
}

/** The steps a record stands for: its own, or those an override skipped. */
export function stepsOf(record: ReviewRecord): readonly Step[] {
  return record.override ? record.override.standsFor : [record.step as Step]
}

/** Who answers for a record: one person, or the two of an override. */
export function judgesOf(record: ReviewRecord): string[] {
  return record.override ? [record.actorId, record.override.confirmedBy] : [record.actorId]
}

/** Whether a user counts as a writer of the text: the creator, or one of the slip's writers. */
export function isWriter(user: string, { creator, slip }: Pick<ArticleFacts, 'creator' | 'slip'>): boolean {
  return user === creator || slip.writers.includes(user)
}

/** A user's edits that nobody else has judged since, by a record that stands. */
export function unjudgedEdits(user: string, { edits, records }: ArticleFacts): ContentEdit[] {
  const others = standingRecords(records).filter((record) => judgesOf(record).some((judge) => judge !== user))
  return edits.filter((edit) => edit.by === user && !others.some((record) => record.rev >= edit.rev))
}

/** Hash of the text that was signed off in this cycle, before any correction in proof; null when none stands. */
export function signedOffHash(facts: ArticleFacts): string | null {
  const lastReview = reviewsOf(pathOf(facts)).at(-1)
  const record = standingInCycle(facts).findLast((one) => lastReview && stepsOf(one).includes(lastReview))
  return record?.hash ?? null
}

/**
 * What is wrong with the records of these steps: one is missing, a writer stands among the reviewers, two reviews or
 * two successive proofs are by one user (W4, read from the records and not from who asks).
 */
export function trailProblems(facts: ArticleFacts, steps: readonly Step[]): Blocker[] {
  const standing = standingInCycle(facts)
  const recordOf = (step: Step): ReviewRecord | undefined =>
    standing.findLast((record) => stepsOf(record).includes(step))
  return steps.flatMap((step, index) => {
    const record = recordOf(step)
    if (!record) return [blocker('record.missing', { step })]
    const problems: Blocker[] = []
    if (isReview(step) && judgesOf(record).some((judge) => isWriter(judge, facts)))
      problems.push(blocker('record.byWriter', { step }))
    const rivals = isProof(step) ? steps.slice(0, index).slice(-1).filter(isProof) : steps.slice(0, index)
    for (const other of rivals) {
      const rival = recordOf(other)
      if (rival && rival !== record && judgesOf(rival).some((judge) => judgesOf(record).includes(judge)))
        problems.push(blocker('record.samePerson', { step, other }))
    }
    return problems
  })
}

/** The edits still in the text, from an article's events, oldest first: those of an abandoned correction are gone. */
export function editsInText(events: readonly WorkflowEvent[]): ContentEdit[] {
  let edits: ContentEdit[] = []
  let published: ContentEdit[] = []
  for (const event of events) {
    if (event.transition === 'save' && event.details.changed === true)
      edits = [...edits, { by: event.actorId, stage: event.from, rev: event.rev }]
    if (event.transition === 'correct') published = edits
    if (event.transition === 'abandon') edits = published
  }
  return edits
}
