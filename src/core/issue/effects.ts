import { momentOf, textOf } from '../workflow/needs.ts'
import type { DeskContext, DeskPart } from './engine.ts'
import type { IssueRule, PageRule } from './tables.ts'
import type { Dropped, IssueChange, IssueQuestion, PageChange, PageQuestion, Settled } from './types.ts'

type PageContext = DeskContext<PageQuestion, PageRule>
type IssueContext = DeskContext<IssueQuestion, IssueRule>

/** What the page table's moves do to the page. */
export const pageEffects = {
  joinEditors: ({ actor, question }: PageContext): DeskPart<PageChange> => ({
    change: { layoutBy: [...new Set([...question.page.layoutBy, actor.id])] },
  }),
  sign: ({ actor, now, question }: PageContext): DeskPart<PageChange> => ({
    change: { signedBy: actor.id, signedAt: now, signature: question.page.hash, dropped: null },
    details: { hash: question.page.hash },
  }),
  drop: (context: PageContext): DeskPart<PageChange> => ({
    change: { ...unsigned, dropped: droppedBy(context) },
  }),
} satisfies Record<string, (context: PageContext) => DeskPart<PageChange>>

/** What the issue table's moves do to the issue. */
export const issueEffects = {
  sign: ({ actor, now, question }: IssueContext): DeskPart<IssueChange> => ({
    change: { signedBy: actor.id, signedAt: now, signature: question.issue.hash, dropped: null },
    details: { hash: question.issue.hash },
  }),
  drop: (context: IssueContext): DeskPart<IssueChange> => ({
    change: { ...unsigned, publishAt: null, dropped: droppedBy(context) },
  }),
  setTime: ({ input }: IssueContext): DeskPart<IssueChange> => {
    const publishAt = momentOf(input.publishAt)
    return { change: { publishAt }, details: { publishAt } }
  },
  clearTime: (): DeskPart<IssueChange> => ({ change: { publishAt: null } }),
  publish: ({ now, question }: IssueContext): DeskPart<IssueChange> => ({
    change: { publishedAt: question.issue.publishedAt ?? now, publishAt: null },
  }),
  withdraw: ({ question }: IssueContext): DeskPart<IssueChange> => ({
    change: { pending: null, notice: question.issue.pending?.notice ?? null },
    details: {
      askedBy: question.issue.pending?.by ?? null,
      askedReason: question.issue.pending?.reason ?? null,
      notice: question.issue.pending?.notice ?? null,
    },
  }),
  reinstate: ({ question }: IssueContext): DeskPart<IssueChange> => ({
    change: { pending: null, notice: null },
    details: {
      askedBy: question.issue.pending?.by ?? null,
      askedReason: question.issue.pending?.reason ?? null,
    },
  }),
  acknowledge: (context: IssueContext): DeskPart<IssueChange> => {
    const { acknowledgements } = context.question.issue
    return settled(context, acknowledgements, (list) => ({ acknowledgements: list }))
  },
  waive: (context: IssueContext): DeskPart<IssueChange> => {
    const { waivers } = context.question.issue
    return settled(context, waivers, (list) => ({ waivers: list }))
  },
  unwaive: ({ input, question }: IssueContext): DeskPart<IssueChange> => {
    const keys = (input.items ?? []).map(({ key }) => key)
    return {
      change: { waivers: question.issue.waivers.filter(({ key }) => !keys.includes(key)) },
      details: { items: keys.join(' ') },
    }
  },
} satisfies Record<string, (context: IssueContext) => DeskPart<IssueChange>>

export type PageEffectName = keyof typeof pageEffects
export type IssueEffectName = keyof typeof issueEffects

const unsigned = { signedBy: null, signedAt: null, signature: null }

function droppedBy({ actor, bySystem, input, name, now }: PageContext | IssueContext): Dropped {
  const { article = null, cause = name } = bySystem ? causeOf(input) : {}
  return { reason: cause, by: actor.id, at: now, article, why: textOf(input.reason) }
}

/** Our own code says by which change a signature was lost. */
function causeOf(input: object): { article?: string | null; cause?: string } {
  return 'cause' in input ? (input as { article?: string | null; cause?: string }) : {}
}

function settled(
  { actor, input, now }: IssueContext,
  before: readonly Settled[],
  change: (list: Settled[]) => Partial<IssueChange>,
): DeskPart<IssueChange> {
  const items = input.items ?? []
  const said = items.map(({ key, fingerprint }) => ({
    ...{ key, fingerprint, by: actor.id, at: now, reason: textOf(input.reason) },
  }))
  const kept = before.filter(({ key }) => !items.some((item) => item.key === key))
  return {
    change: change([...kept, ...said]),
    details: { items: items.map(({ key, fingerprint }) => `${key}@${fingerprint}`).join(' ') },
  }
}
