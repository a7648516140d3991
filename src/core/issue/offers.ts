import { blockerCodes } from '../workflow/blockers.ts'
import { confirmWithin } from '../workflow/guards.ts'
import type { Actor } from '../workflow/types.ts'
import { deskBlockerCodes, isDeskCode, type AnyBlocker } from './blockers.ts'
import { decideIssue, decidePage } from './decide.ts'
import type { DeskDecision } from './engine.ts'
import { issueTransitions, pageTransitions, type DeskRule } from './tables.ts'
import type { IssueQuestion, PageQuestion } from './types.ts'
import type { DeskNeed } from './vocabulary.ts'

/** A move of a page or an issue as a button: may it be pressed, what has to be given, or why not. */
export interface DeskOffer {
  transition: string
  allowed: boolean
  /** Reasons in the page, the issue or the person; never what only an actual request can lack. */
  blockers: AnyBlocker[]
  needs: readonly DeskNeed[]
  /** Another person has asked for this; pressing confirms it (send `confirm: true`). */
  confirms: boolean
}

interface Asked<Question> {
  actor: Actor
  question: Question
  now: string
}

/** Every move of the page table that a person can make, for this actor on this page. */
export function pageOffers({ actor, question, now }: Asked<PageQuestion>): DeskOffer[] {
  const input = { rev: question.page.rev, hash: question.page.hash }
  return offers(pageTransitions, (transition) => ({
    decision: decidePage({ transition, actor, question, now, input }),
    confirms: false,
  }))
}

/** Every move of the issue table that a person can make, for this actor on this issue; with preflight's items. */
export function issueOffers({ actor, question, now }: Asked<IssueQuestion>): DeskOffer[] {
  const { rev, hash, pending } = question.issue
  return offers(issueTransitions, (transition) => {
    // What nobody confirmed in time may be asked for anew, by anybody who may ask.
    const confirms =
      pending?.transition === transition &&
      pending.by !== actor.id &&
      Date.parse(now) - Date.parse(pending.at) <= confirmWithin
    const input = { rev, hash, confirm: confirms }
    return { decision: decideIssue({ transition, actor, question, now, input }), confirms }
  })
}

function offers(
  table: Readonly<Record<string, DeskRule<string, string, string>>>,
  decide: (transition: string) => { decision: DeskDecision<string, object>; confirms: boolean },
): DeskOffer[] {
  return Object.entries(table)
    .filter(([, rule]) => rule.who.some((who) => who !== 'system'))
    .map(([transition, rule]) => {
      const { decision, confirms } = decide(transition)
      const blockers = decision.allowed ? [] : decision.blockers.filter((reason) => !isOfTheRequest(reason))
      return {
        ...{ transition, allowed: blockers.length === 0, blockers, confirms },
        needs: confirms ? [] : rule.needs,
      }
    })
}

/** Reasons that only an actual request can have or not have. */
function isOfTheRequest({ code }: AnyBlocker): boolean {
  const kind = isDeskCode(code) ? deskBlockerCodes[code] : blockerCodes[code]
  return kind === 'input' || kind === 'unstated'
}
