import { blocker } from './blockers.ts'
import { targetsFor, type Context } from './context.ts'
import { effects, type Part } from './effects.ts'
import { guards as houseGuards, type Guard } from './guards.ts'
import { textOf } from './needs.ts'
import { transitions, type Transition, type TransitionName } from './table.ts'
import type { Actor, ArticleFacts, Decision, Plan, TransitionInput } from './types.ts'
import { everyMove, type GuardName } from './vocabulary.ts'

/** Somebody wants to make a move. */
export interface MoveRequest {
  /** A name as the client sent it; what the table does not have is refused. */
  transition: string
  actor: Actor
  facts: ArticleFacts
  input: TransitionInput
  /** ISO 8601 in UTC: the engine has no clock. */
  now: string
  /** True only where our own code asks: the publishing code, or a save that reopens an article. */
  bySystem?: boolean
  /** For tests: other guards than the house's. */
  guards?: Readonly<Record<GuardName, Guard>>
}

/**
 * May this move be made? A plan for the shell to carry out in one transaction, or every reason why not (W7). Pure: the
 * same request has the same answer. Of an override and a withdrawal the first person's plan only makes the request
 * (`slip.pending`); with `input.confirm` the second person's carries it out.
 */
export function decide(request: MoveRequest): Decision {
  const { transition: name, guards = houseGuards } = request
  if (!isTransition(name)) return { allowed: false, blockers: [blocker('transition.unknown', { name })] }
  const rule: Transition = transitions[name]
  const context: Context = {
    ...request,
    name,
    rule,
    bySystem: request.bySystem === true,
    confirming: rule.confirmedBy !== undefined && request.input.confirm === true,
  }
  const blockers = [...everyMove, ...rule.guards].flatMap((guard) => guards[guard](context))
  if (blockers.length > 0) return { allowed: false, blockers }
  return { allowed: true, plan: rule.confirmedBy && !context.confirming ? ask(context) : carryOut(context) }
}

/** Whether a text names a move of the table. */
export function isTransition(name: string): name is TransitionName {
  return Object.hasOwn(transitions, name)
}

/** The plan of a request: nothing happens yet, but everybody sees who asked for what. */
function ask({ actor, facts, name, input, now }: Context): Plan {
  const { stage, contentHash } = facts.slip
  const rev = facts.slip.rev + 1
  const reason = textOf(input.reason) ?? ''
  const notice = textOf(input.notice)
  return {
    transition: name,
    from: stage,
    to: stage,
    slip: { rev, pending: { transition: name, by: actor.id, reason, notice, at: now, hash: contentHash } },
    record: null,
    event: {
      ...{ transition: name, phase: 'asked', from: stage, to: stage, actorId: actor.id },
      ...{ rev, reason, details: notice ? { notice } : {}, at: now },
    },
    orders: ['notify'],
  }
}

function carryOut(context: Context): Plan {
  const { actor, facts, input, name, now, rule } = context
  const from = facts.slip.stage
  const targets = targetsFor(context)
  const to = targets.find((stage) => stage === input.to) ?? targets[0]
  if (!to) throw new Error(`The move ${name} leads nowhere from ${from}`)
  const rev = facts.slip.rev + 1
  const parts: Part[] = rule.effects.map((effect) => effects[effect](context, to))
  return {
    transition: name,
    from,
    to,
    slip: Object.assign(
      { rev },
      to === from ? {} : { stage: to, enteredRev: rev },
      ...parts.map(({ slip }) => slip),
    ),
    record: parts.find(({ record }) => record)?.record ?? null,
    event: {
      ...{ transition: name, phase: 'done', from, to, actorId: actor.id, rev },
      reason: textOf(input.reason) ?? textOf(input.opinion),
      details: Object.assign({}, ...parts.map(({ details }) => details)),
      at: now,
    },
    orders: rule.orders,
  }
}
