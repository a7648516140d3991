import { blocker } from '../workflow/blockers.ts'
import { confirmWithin } from '../workflow/guards.ts'
import { momentOf, textOf, tooLong } from '../workflow/needs.ts'
import { deskBlocker, type AnyBlocker } from './blockers.ts'
import type { DeskRule, DeskWho } from './tables.ts'
import type { DeskEvent, DeskPlan, DeskRequest, PendingRequest } from './types.ts'
import { everyDeskMove, type DeskNeed } from './vocabulary.ts'

/** One question to a table of the desk: may this actor make this move, now, with this input? */
export interface DeskContext<Question, Rule extends DeskRule<string, string, string>> extends DeskRequest {
  name: string
  rule: Rule
  question: Question
  bySystem: boolean
  /** The second person of a withdrawal or of a return is acting. */
  confirming: boolean
}

/** A condition: every reason why not, or none. Pure, and harmless at whatever stage it is asked. */
export type DeskGuard<Question, Rule extends DeskRule<string, string, string>> = (
  context: DeskContext<Question, Rule>,
) => AnyBlocker[]

/** A part of a plan; parts are put together in the table's order. */
export interface DeskPart<Change> {
  change?: Partial<Change>
  details?: DeskEvent['details']
}

/** What the engine has to know of a kind of subject: its table, conditions and effects, and where its facts are. */
export interface DeskBook<
  Question,
  Rule extends DeskRule<Stage, string, string>,
  Stage extends string,
  Change,
> {
  table: Readonly<Record<string, Rule>>
  guards: Readonly<Record<string, DeskGuard<Question, Rule>>>
  effects: Readonly<Record<string, (context: DeskContext<Question, Rule>) => DeskPart<Change>>>
  stage(question: Question): Stage
  rev(question: Question): number
  /** What is put on the row when a first person asks for a move that a second confirms. */
  ask?(pending: PendingRequest): Partial<Change>
}

/** The answer: a plan, or every reason why not (W7). */
export type DeskDecision<Stage extends string, Change> =
  { allowed: true; plan: DeskPlan<Stage, Change> } | { allowed: false; blockers: AnyBlocker[] }

/** May this move be made? Pure, like the articles' `decide`, whose every word holds here. */
export function decideBy<
  Question,
  Rule extends DeskRule<Stage, string, string>,
  Stage extends string,
  Change,
>(
  book: DeskBook<Question, Rule, Stage, Change>,
  request: DeskRequest & { transition: string; question: Question },
): DeskDecision<Stage, Change> {
  const { transition: name, question } = request
  const rule = Object.hasOwn(book.table, name) ? book.table[name] : undefined
  if (!rule) return { allowed: false, blockers: [blocker('transition.unknown', { name })] }
  const context: DeskContext<Question, Rule> = {
    ...request,
    ...{ name, rule, question, bySystem: request.bySystem === true },
    confirming: rule.confirmedBy !== undefined && request.input.confirm === true,
  }
  const blockers = [...everyDeskMove, ...rule.guards].flatMap((guard) => book.guards[guard]!(context))
  if (blockers.length > 0) return { allowed: false, blockers }
  return { allowed: true, plan: planOf(book, context) }
}

function planOf<Question, Rule extends DeskRule<Stage, string, string>, Stage extends string, Change>(
  book: DeskBook<Question, Rule, Stage, Change>,
  context: DeskContext<Question, Rule>,
): DeskPlan<Stage, Change> {
  const { actor, input, name, now, question, rule } = context
  const from = book.stage(question)
  const rev = book.rev(question) + 1
  const asks = rule.confirmedBy !== undefined && !context.confirming
  const to = asks || rule.to === 'stay' ? from : rule.to
  const reason = textOf(input.reason)
  const pending = asks ? asking(context) : null
  const parts = pending
    ? [{ change: book.ask?.(pending) ?? {} }]
    : rule.effects.map((effect) => book.effects[effect]!(context))
  return {
    transition: name,
    from,
    to,
    change: Object.assign({ rev }, to === from ? {} : { stage: to }, ...parts.map(({ change }) => change)),
    event: {
      ...{ transition: name, phase: asks ? 'asked' : 'done', from, to, actorId: actor.id, rev, reason },
      details: Object.assign(
        {},
        pending?.notice ? { notice: pending.notice } : {},
        ...parts.map((part) => ('details' in part ? part.details : {})),
      ),
      at: now,
    },
    orders: asks ? ['notify'] : rule.orders,
  }
}

function asking<Question, Rule extends DeskRule<string, string, string>>({
  actor,
  input,
  name,
  now,
}: DeskContext<Question, Rule>): PendingRequest {
  return {
    ...{ transition: name, by: actor.id, at: now },
    ...{ reason: textOf(input.reason) ?? '', notice: textOf(input.notice) ?? '' },
  }
}

const usable: Record<DeskNeed, (value: unknown) => boolean> = {
  reason: (value) => textOf(value) !== null,
  notice: (value) => textOf(value) !== null,
  publishAt: (value) => momentOf(value) !== null,
  items: (value) => Array.isArray(value) && value.length > 0,
}

/** Where a subject's facts are, for the conditions that every move has. */
export interface CommonFacts<Question> {
  stage(question: Question): string
  rev(question: Question): number
  publication(question: Question): string
  pending(question: Question): PendingRequest | null
  /** The reason for a wrong stage, in the subject's own words. */
  wrongStage(stage: string, from: readonly string[]): AnyBlocker
}

/** The conditions that pages and issues have in common. */
export function commonGuards<Question, Rule extends DeskRule<string, string, string>>(
  facts: CommonFacts<Question>,
): Record<(typeof everyDeskMove)[number], DeskGuard<Question, Rule>> {
  return {
    stage: ({ question, rule }) => {
      const stage = facts.stage(question)
      return rule.from.includes(stage) ? [] : [facts.wrongStage(stage, rule.from)]
    },
    who: ({ actor, bySystem, confirming, rule }) => {
      const allowed: readonly DeskWho[] = confirming ? (rule.confirmedBy ?? []) : rule.who
      const may = allowed.some((who) => (who === 'system' ? bySystem : actor.roles.includes(who)))
      return may ? [] : [blocker('who.role', { roles: allowed.join(',') })]
    },
    publication: ({ actor, question }) =>
      actor.publications.length > 0 && !actor.publications.includes(facts.publication(question))
        ? [blocker('who.publication')]
        : [],
    rev: ({ input, question }) => {
      if (typeof input.rev !== 'number') return [blocker('rev.missing')]
      const rev = facts.rev(question)
      return input.rev === rev ? [] : [blocker('rev.stale', { rev, shown: input.rev })]
    },
    needs: ({ confirming, input, rule }) => [
      ...(confirming ? [] : rule.needs).flatMap((need) => {
        const value: unknown = input[need]
        if (value === undefined || value === '') return [blocker('input.missing', { field: need })]
        return usable[need](value) ? [] : [blocker('input.invalid', { field: need })]
      }),
      ...tooLong({ reason: input.reason, notice: input.notice }),
    ],
    second: ({ actor, confirming, name, now, question }) => {
      if (!confirming) return []
      const pending = facts.pending(question)
      if (pending?.transition !== name) return [blocker('second.none')]
      return [
        ...(Date.parse(now) - Date.parse(pending.at) > confirmWithin ? [blocker('second.expired')] : []),
        ...(pending.by === actor.id ? [blocker('second.same')] : []),
      ]
    },
  }
}

/** The client names what it showed by hash, and it is still that. */
export function shownHash(input: DeskRequest['input'], hash: string): AnyBlocker[] {
  if (textOf(input.hash) === null) return [blocker('hash.missing')]
  return input.hash === hash ? [] : [blocker('hash.stale')]
}

/** Reasons in the words of the desk for a stage that a table does not have. */
export const wrongStage = {
  page: (stage: string, from: readonly string[]) =>
    deskBlocker('page.stage', { pageStage: stage, pageStages: from.join(',') }),
  issue: (stage: string, from: readonly string[]) =>
    deskBlocker('issue.stage', { issueStage: stage, issueStages: from.join(',') }),
}
