import { confirmWithin } from './guards.ts'
import { transitions, type Transition, type TransitionName } from './table.ts'
import { isWriter, judgesOf, standingInCycle } from './trail.ts'
import type { Actor, ArticleFacts } from './types.ts'
import type { Role } from './vocabulary.ts'

/** What of a request, of an article's or an issue's, says for whom it waits. */
export interface Request {
  by: string
  at: string
}

/** The moves of a table that one of these roles may confirm after another person has asked for them. */
export function confirmableMoves<Name extends string>(
  table: Readonly<Record<Name, { to: string; confirmedBy?: readonly string[] }>>,
  roles: readonly Role[],
): Name[] {
  return (Object.keys(table) as Name[]).filter((name) =>
    table[name].confirmedBy?.some((who) => (roles as readonly string[]).includes(who)),
  )
}

/** Until when a request may be confirmed, ISO 8601 in UTC. */
export function confirmableUntil({ at }: Request): string {
  return new Date(Date.parse(at) + confirmWithin).toISOString()
}

/** Whether a request still waits for somebody, and this person is not the one who made it. */
export function waitsForAnother(request: Request, { user, now }: { user: string; now: string }): boolean {
  return request.by !== user && Date.parse(now) <= Date.parse(confirmableUntil(request))
}

/**
 * Whether what was asked for an article waits for this person: `decide` would let them confirm it, as far as slip and
 * records tell. (Who edited what is not looked at: of one who wrote in an earlier cycle `decide` may say no.)
 */
export function mayConfirm(question: {
  actor: Actor
  facts: Pick<ArticleFacts, 'publication' | 'creator' | 'slip' | 'records'>
  now: string
}): boolean {
  const { actor, facts, now } = question
  const { pending, contentHash } = facts.slip
  if (!pending || pending.hash !== contentHash) return false
  const mine: TransitionName[] = confirmableMoves(transitions, actor.roles)
  if (!mine.includes(pending.transition)) return false
  if (actor.publications.length > 0 && !actor.publications.includes(facts.publication)) return false
  const { guards }: Transition = transitions[pending.transition]
  const judged = standingInCycle(facts).some((record) => judgesOf(record).includes(actor.id))
  if (guards.includes('sod') && (judged || isWriter(actor.id, facts))) return false
  return waitsForAnother(pending, { user: actor.id, now })
}
