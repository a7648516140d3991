import { stagesOf } from './path.ts'
import { pathFor, roleOfReview } from './profiles.ts'
import { transitions, type Transition, type Who } from './table.ts'
import type { Profile } from './types.ts'
import { proofs, reviews, stages, type EffectName, type Role, type Stage, type Step } from './vocabulary.ts'

/** A place where texts wait for somebody. */
export interface WaitingPlace {
  stage: Stage
  /** Only texts that readers have seen before, or only those they have not; null for all. */
  seenBefore: boolean | null
}

/** What takes a text a step on: it is sent in, judged, or shown to readers. */
const onward: readonly EffectName[] = ['startPath', 'recordPass', 'goLive']

/** An approved text waits for its place on a page, and pages are not the articles' table's matter. */
const layingOut: readonly Role[] = ['pageEditor', 'issueManager']

/**
 * Where texts wait for somebody with these roles, told from the table: the stages at which a move onward is theirs.
 * Writers and submitters are no roles: what waits for them is their own text. What waits for a second person's
 * confirmation waits at no stage: see `mayConfirm`.
 */
export function waitingPlaces(roles: readonly Role[], profile: Profile): WaitingPlace[] {
  return stages.flatMap((stage): WaitingPlace[] => {
    const moves = rules.filter(
      (rule) =>
        rule.effects.some((effect) => onward.includes(effect)) &&
        pathsUnder(profile).some((path) => stagesOf(rule.from, path).includes(stage)) &&
        rule.who.some((who) => roles.includes(roleOf(who, { profile, stage }) as Role)),
    )
    const seen = new Set(moves.map(({ guards }) => (guards.includes('publishedBefore') ? true : null)))
    const laidOut = stage === 'ready' && roles.some((role) => layingOut.includes(role))
    const judged: WaitingPlace[] = seen.size > 0 ? [{ stage, seenBefore: seen.has(null) ? null : true }] : []
    return laidOut ? [...judged, { stage, seenBefore: false }] : judged
  })
}

const rules: readonly Transition[] = Object.values(transitions)

/** Every way on which a text of the paper may be, those that began under another profile too. */
function pathsUnder(profile: Profile): (readonly Step[])[] {
  const kinds = [null, 'typo', 'correction'] as const
  return [...kinds.map((kind) => pathFor(profile, kind)), [...reviews, ...proofs]]
}

function roleOf(who: Who, { profile, stage }: { profile: Profile; stage: Stage }): Who | undefined {
  return who === 'level' ? roleOfReview(profile, stage) : who
}
