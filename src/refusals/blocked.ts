import { APIError, type PayloadRequest } from 'payload'

import { describeAny, kindOf, type AnyBlocker } from '../core/issue/index.ts'
import type { BlockerKind, BlockerText } from '../core/workflow/index.ts'
import { wordsIn } from '../translations/index.ts'

/** A reason as an API answers it: code and parameters for programs, words for people. */
export type AnsweredBlocker = AnyBlocker & BlockerText

/** Which status speaks for a list of reasons: the first kind of this order that is among them. */
const statusOf: readonly (readonly [BlockerKind, number])[] = [
  ['unknown', 404],
  ['unstated', 428],
  ['stale', 409],
  ['forbidden', 403],
  ['state', 409],
  ['input', 400],
  ['profile', 500],
]

/** The reasons in the asker's language. */
export function answerBlockers(
  req: Pick<PayloadRequest, 'i18n'>,
  blockers: readonly AnyBlocker[],
): AnsweredBlocker[] {
  const words = wordsIn(req.i18n?.language)
  return blockers.map((blocker) => ({ ...blocker, ...describeAny(blocker, words) }))
}

/** HTTP status of a refusal: 404 unknown, 428 nothing stated, 409 stale or not now, 403 not you, 400 input. */
export function statusOfBlockers(blockers: readonly AnyBlocker[]): number {
  const kinds = new Set(blockers.map(kindOf))
  return statusOf.find(([kind]) => kinds.has(kind))?.[1] ?? 409
}

/** A move, save or layout that the rule books refuse, with every reason (W7) and what the thing is now. */
export class Blocked extends APIError<{ blockers: AnsweredBlocker[]; current?: object }> {
  constructor(
    req: Pick<PayloadRequest, 'i18n'>,
    refusal: { blockers: readonly AnyBlocker[]; current?: object },
  ) {
    const blockers = answerBlockers(req, refusal.blockers)
    const message = blockers.map(({ what, fix }) => `${what} ${fix}`).join('\n')
    const data = refusal.current ? { blockers, current: refusal.current } : { blockers }
    super(message, statusOfBlockers(refusal.blockers), data, true)
  }
}
