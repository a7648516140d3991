import { blockerCodes, type Blocker, type BlockerKind } from './blockers.ts'
import { targetsFor } from './context.ts'
import { decide, type MoveRequest } from './decide.ts'
import { transitions, type Transition, type TransitionName } from './table.ts'
import type { Need, Stage } from './vocabulary.ts'

/** A move as a button: may it be pressed, what has to be given, or why not. */
export interface Offer {
  transition: TransitionName
  allowed: boolean
  /** Reasons in the article or the person; never "fill in the opinion", which is what `needs` is for. */
  blockers: Blocker[]
  needs: readonly Need[]
  /** Where the person chooses the destination: the choices. */
  targets: readonly Stage[]
  /** Another person has asked for this; pressing confirms it (send `confirm: true`). */
  confirms: boolean
}

/** Reasons that only an actual request can have or not have. */
const ofTheRequest: readonly BlockerKind[] = ['input', 'unstated']

/** Every move of the table for this actor on this article, with all reasons against those they may not make. */
export function transitionsFor(request: Omit<MoveRequest, 'transition' | 'input' | 'bySystem'>): Offer[] {
  const { actor, facts } = request
  return (Object.keys(transitions) as TransitionName[]).map((transition) => {
    const rule: Transition = transitions[transition]
    const { pending } = facts.slip
    const reasons = (confirm: boolean): Blocker[] => {
      const decision = decide({ ...request, transition, input: { confirm } })
      if (decision.allowed) return []
      return decision.blockers.filter(({ code }) => !ofTheRequest.includes(blockerCodes[code]))
    }
    const confirms =
      pending?.transition === transition &&
      pending.by !== actor.id &&
      !reasons(true).some(({ code }) => code === 'second.expired' || code === 'second.changed')
    const blockers = reasons(confirms)
    return {
      ...{ transition, allowed: blockers.length === 0, blockers, confirms },
      needs: confirms ? [] : rule.needs,
      targets: rule.needs.includes('to') ? targetsFor({ rule, facts }) : [],
    }
  })
}
