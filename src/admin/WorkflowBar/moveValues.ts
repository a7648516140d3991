import { blocker, describeBlocker, type Flag, type Slip } from '../../core/workflow/index.ts'
import type { Words } from '../../translations/index.ts'
import type { AnsweredOffer } from '../articleWorkflow/answers.ts'
import { localInput } from '../articleWorkflow/formatTime.ts'
import { asksOf, type Ask } from '../articleWorkflow/moves.ts'
import type { MoveInput } from '../articleWorkflow/useMove.ts'

/** Kinds of errors that a proofreader counts. They stand in records, so a name is never given another meaning. */
export const errorKinds = ['wrong', 'missing', 'extra', 'punctuation', 'other'] as const
/** One kind of error. */
export type ErrorKind = (typeof errorKinds)[number]

/** What is typed into the panel of a move, as the inputs hold it. */
export interface MoveValues {
  opinion: string
  reason: string
  note: string
  notice: string
  to: string
  kind: string
  assignee: string
  dueAt: string
  embargoUntil: string
  filingRequired: boolean
  filingNo: string
  filingDate: string
  flag: string
  errors: Record<ErrorKind, string>
}

/** Doubts that nobody has settled yet. */
export function openFlags(slip: Slip): Flag[] {
  return slip.flags.filter(({ accepted }) => accepted === null)
}

/** What the inputs hold when the panel opens: what is set now, and the nearest target. */
export function firstValues(offer: AnsweredOffer, slip: Slip): MoveValues {
  return {
    ...{
      opinion: '',
      reason: '',
      notice: '',
      note: slip.correction?.note ?? '',
      kind: '',
      to: offer.targets[0] ?? '',
    },
    assignee: slip.assignee ?? '',
    dueAt: localInput(slip.dueAt),
    embargoUntil: localInput(slip.embargoUntil),
    filingRequired: slip.filing.required,
    filingNo: slip.filing.no ?? '',
    filingDate: slip.filing.date ?? '',
    flag: openFlags(slip)[0]?.id ?? '',
    errors: { wrong: '', missing: '', extra: '', punctuation: '', other: '' },
  }
}

const inputs: Record<Ask, (values: MoveValues) => MoveInput> = {
  opinion: ({ opinion }) => ({ opinion }),
  opinionOptional: ({ opinion }) => (opinion.trim() === '' ? {} : { opinion }),
  reason: ({ reason }) => ({ reason }),
  note: ({ note }) => ({ note }),
  notice: ({ notice }) => ({ notice }),
  reasonOptional: ({ reason }) => (reason.trim() === '' ? {} : { reason }),
  to: ({ to }) => ({ to }),
  kind: ({ kind }) => ({ kind }),
  flag: ({ flag }) => ({ flag }),
  assignee: ({ assignee }) => ({ assignee: assignee || null }),
  dueAt: ({ dueAt }) => ({ dueAt: momentOf(dueAt) }),
  embargoUntil: ({ embargoUntil }) => ({ embargoUntil: momentOf(embargoUntil) }),
  filing: ({ filingRequired, filingNo, filingDate }) => ({
    filing: { required: filingRequired, no: filingNo.trim() || null, date: filingDate || null },
  }),
  errors: ({ errors }) => ({
    errors: Object.fromEntries(
      errorKinds.map((kind) => [kind, Number(errors[kind])] as const).filter(([, count]) => count > 0),
    ),
  }),
}

/** What is sent with the move. */
export function inputOf(offer: AnsweredOffer, values: MoveValues): MoveInput {
  return Object.assign({}, ...(asksOf(offer) ?? []).map((ask) => inputs[ask](values)))
}

const required = ['opinion', 'reason', 'note', 'notice', 'to', 'kind', 'flag'] as const

/** What still has to be filled in, by input, in words. */
export function missingIn(
  offer: AnsweredOffer,
  { values, words }: { values: MoveValues; words: Words },
): Partial<Record<Ask, string>> {
  const asks = asksOf(offer) ?? []
  const missing = required.filter((field) => asks.includes(field) && values[field].trim() === '')
  return Object.fromEntries(
    missing.map((field) => [
      field,
      describeBlocker(blocker('input.missing', { field }), words.workflow).what,
    ]),
  )
}

/** A moment typed in the reader's time zone, as ISO 8601 in UTC; null for none. */
function momentOf(typed: string): string | null {
  return typed === '' ? null : new Date(typed).toISOString()
}
