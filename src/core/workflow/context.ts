import { isReview, targetsOf } from './path.ts'
import { roleOfReview } from './profiles.ts'
import type { Transition, TransitionName, Who } from './table.ts'
import { isWriter, pathOf } from './trail.ts'
import type { Actor, ArticleFacts, ReviewRecord, TransitionInput } from './types.ts'
import type { Role, Stage } from './vocabulary.ts'

/** One question to the rule book: may this actor make this move, now, with this input? */
export interface Context {
  actor: Actor
  /** Our own code asks: the publishing code, or a save that reopens. Never set from a request. */
  bySystem: boolean
  facts: ArticleFacts
  name: TransitionName
  rule: Transition
  input: TransitionInput
  /** ISO 8601 in UTC. */
  now: string
  /** The second person of an override or withdrawal is acting. */
  confirming: boolean
}

/** Roles that give no part in editorial work, whatever their holder wrote (W8). */
const outsiders: readonly Role[] = ['admin', 'auditor']

/** Whether a user has any editorial role. */
export function isEditorial(actor: Actor): boolean {
  return actor.roles.some((role) => !outsiders.includes(role))
}

/** Who may make the move: the first person's list, or the second's. */
export function allowedWho({ rule, confirming }: Context): readonly Who[] {
  return confirming ? (rule.confirmedBy ?? []) : rule.who
}

/** The same in roles: whom else to ask. Of a level that is whoever holds it. */
export function rolesAllowed(context: Context): Who[] {
  const { profile, slip } = context.facts
  return allowedWho(context).map((who) =>
    who === 'level' ? (roleOfReview(profile, slip.stage) ?? who) : who,
  )
}

/** In which capacity the actor makes the move; undefined when in none that the table allows. */
export function capacityOf(context: Context): ReviewRecord['role'] | undefined {
  for (const who of allowedWho(context)) {
    const capacity = capacityAs(who, context)
    if (capacity) return capacity
  }
  return undefined
}

function capacityAs(who: Who, { actor, bySystem, facts }: Context): ReviewRecord['role'] | undefined {
  switch (who) {
    case 'system':
      return bySystem ? 'system' : undefined
    case 'writer':
      return isEditorial(actor) && isWriter(actor.id, facts) ? 'writer' : undefined
    case 'submitter':
      return isEditorial(actor) && facts.slip.submittedBy === actor.id ? 'submitter' : undefined
    case 'level': {
      const { stage } = facts.slip
      const role = isReview(stage) ? roleOfReview(facts.profile, stage) : undefined
      return role && actor.roles.includes(role) ? role : undefined
    }
    default:
      return actor.roles.includes(who) ? who : undefined
  }
}

/** The stages this move may lead to from where the article stands. */
export function targetsFor({ rule, facts }: Pick<Context, 'rule' | 'facts'>): readonly Stage[] {
  const { stage, correction } = facts.slip
  return targetsOf(rule.to, { stage, path: pathOf(facts), correcting: correction !== null })
}
