import type { Blocker } from '../workflow/blockers.ts'
import { blockerCodes, type BlockerKind } from '../workflow/blockers.ts'
import { deskBlocker, deskBlockerCodes, isDeskCode, type AnyBlocker } from './blockers.ts'
import { issueEffects, pageEffects } from './effects.ts'
import {
  commonGuards,
  decideBy,
  shownHash,
  wrongStage,
  type DeskBook,
  type DeskDecision,
  type DeskGuard,
} from './engine.ts'
import { momentOf } from '../workflow/needs.ts'
import { blocks, isUnacknowledged } from './preflight/item.ts'
import { issueTransitions, pageTransitions, type IssueRule, type PageRule } from './tables.ts'
import type { DeskRequest, IssueChange, IssueQuestion, PageChange, PageQuestion } from './types.ts'
import type { IssueGuardName, IssueStage, PageGuardName, PageStage } from './vocabulary.ts'

export type PageGuard = DeskGuard<PageQuestion, PageRule>
export type IssueGuard = DeskGuard<IssueQuestion, IssueRule>

/** The conditions of the page table. A test replaces each in turn and sees the walk of the table fail. */
export const pageGuards: Readonly<Record<PageGuardName, PageGuard>> = {
  ...commonGuards<PageQuestion, PageRule>({
    stage: ({ page }) => page.stage,
    rev: ({ page }) => page.rev,
    publication: ({ issue }) => issue.publication,
    pending: () => null,
    wrongStage: wrongStage.page,
  }),
  hash: ({ input, question }) => shownHash(input, question.page.hash),
  notItsEditor: ({ actor, question }) =>
    question.page.layoutBy.includes(actor.id) ? [deskBlocker('page.ownEditor')] : [],
  beingLaidOut: ({ question }) => {
    const { id, stage } = question.issue
    if (stage === 'layingOut' || stage === 'closed') return []
    return [deskBlocker('issue.notOpen', { issueStage: stage }, { kind: 'issue', id })]
  },
  notFrozen: ({ question }) => {
    const { id, stage } = question.issue
    const frozen = stage === 'scheduled' || stage === 'published' || stage === 'withdrawn'
    return frozen ? [deskBlocker('issue.frozen', { issueStage: stage }, { kind: 'issue', id })] : []
  },
}

/** The conditions of the issue table, likewise. */
export const issueGuards: Readonly<Record<IssueGuardName, IssueGuard>> = {
  ...commonGuards<IssueQuestion, IssueRule>({
    stage: ({ issue }) => issue.stage,
    rev: ({ issue }) => issue.rev,
    publication: ({ issue }) => issue.publication,
    pending: ({ issue }) => issue.pending,
    wrongStage: wrongStage.issue,
  }),
  hash: ({ input, question }) => shownHash(input, question.issue.hash),
  notItsEditor: ({ actor, question }) =>
    question.issue.pages
      .filter(({ layoutBy }) => layoutBy.includes(actor.id))
      .map(({ id, number }) => deskBlocker('issue.ownEditor', { page: number }, { kind: 'page', id })),
  green: ({ question }) => (question.items ?? []).filter(blocks).map(asBlocker),
  acknowledged: ({ question }) =>
    (question.items ?? [])
      .filter(isUnacknowledged)
      .map(({ code, place }) => deskBlocker('preflight.unacknowledged', { warning: code }, place)),
  signatureHolds: ({ question: { issue } }) =>
    issue.signature === issue.hash ? [] : [deskBlocker('issue.signatureStale')],
  future: ({ input, now }) => {
    const at = momentOf(input.publishAt)
    return at !== null && at <= now ? [deskBlocker('issue.past', { until: at })] : []
  },
  due: ({ now, question: { issue } }) =>
    issue.stage === 'scheduled' && (issue.publishAt === null || issue.publishAt > now)
      ? [deskBlocker('issue.notDue', { until: issue.publishAt ?? '' })]
      : [],
  known: ({ input, question }) =>
    (input.items ?? []).flatMap(({ key, fingerprint }) => {
      const item = (question.items ?? []).find((one) => one.key === key)
      return item?.fingerprint === fingerprint ? [] : [deskBlocker('item.unknown', { item: key })]
    }),
  waivable: ({ input, question }) =>
    (question.items ?? [])
      .filter((item) => !item.waivable && input.items?.some(({ key }) => key === item.key))
      .map((item) => deskBlocker('item.notWaivable', { warning: item.code }, item.place)),
  acknowledgeable: ({ input, question }) =>
    (question.items ?? [])
      .filter((item) => item.severity === 'blocker' && input.items?.some(({ key }) => key === item.key))
      .map((item) => deskBlocker('item.isBlocker', { warning: item.code }, item.place)),
}

/** For tests: other conditions than the house's. */
interface Replaced<Guards> {
  guards?: Guards
}

/** May a page make this move? A plan, or every reason why not. */
export function decidePage(
  request: DeskRequest & { transition: string; question: PageQuestion } & Replaced<typeof pageGuards>,
): DeskDecision<PageStage, PageChange> {
  const book: DeskBook<PageQuestion, PageRule, PageStage, PageChange> = {
    table: pageTransitions,
    guards: request.guards ?? pageGuards,
    effects: pageEffects,
    stage: ({ page }) => page.stage,
    rev: ({ page }) => page.rev,
  }
  return decideBy(book, request)
}

/** May an issue make this move? A plan, or every reason why not. */
export function decideIssue(
  request: DeskRequest & { transition: string; question: IssueQuestion } & Replaced<typeof issueGuards>,
): DeskDecision<IssueStage, IssueChange> {
  const book: DeskBook<IssueQuestion, IssueRule, IssueStage, IssueChange> = {
    table: issueTransitions,
    guards: request.guards ?? issueGuards,
    effects: issueEffects,
    stage: ({ issue }) => issue.stage,
    rev: ({ issue }) => issue.rev,
    ask: (pending) => ({ pending }),
  }
  return decideBy(book, request)
}

/** What sort of reason a code is. */
export function kindOf({ code }: AnyBlocker): BlockerKind {
  return isDeskCode(code) ? deskBlockerCodes[code] : blockerCodes[code as Blocker['code']]
}

function asBlocker({
  code,
  params,
  place,
}: AnyBlocker & { place: NonNullable<AnyBlocker['place']> }): AnyBlocker {
  return { code, params, place } as AnyBlocker
}
