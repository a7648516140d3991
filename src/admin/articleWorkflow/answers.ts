import type {
  Blocker,
  BlockerText,
  Offer,
  ReviewRecord,
  Slip,
  Stage,
  Step,
  WorkflowEvent,
} from '../../core/workflow/index.ts'

/** A reason as the API answers it: code and parameters, and words in the reader's language. */
export type AnsweredBlocker = Blocker & BlockerText

/** A move as the API offers it. */
export interface AnsweredOffer extends Omit<Offer, 'blockers'> {
  blockers: AnsweredBlocker[]
}

/** `GET /articles/:id/transitions`: where the article stands and what this user may do. */
export interface TransitionsAnswer {
  stage: Stage
  rev: number
  hash: string
  /** The steps of the cycle, or those it would have if it were submitted now. */
  path: Step[]
  /** Why this user may not edit the text where it stands; empty when they may. */
  edit: AnsweredBlocker[]
  transitions: AnsweredOffer[]
}

/** One event of the trail, with the name of who did it. */
export interface TrailEvent extends Omit<WorkflowEvent, 'transition' | 'from' | 'to'> {
  id: string
  /** A move, `save` or `create`. */
  transition: string
  from: string | null
  to: string | null
  by: string
}

/** `GET /articles/:id/slip`: the slip with its records and events, and names of everybody in it. */
export interface SlipAnswer {
  slip: Slip & { creator: string | null; publishedAt: string | null }
  records: (ReviewRecord & { by: string })[]
  events: TrailEvent[]
  /** Headlines and lengths of the judged texts, by hash. */
  texts: Record<string, { headline: string; characters: number }>
  names: Record<string, string>
}

/** What a move that was made answers with. */
export interface MoveAnswer {
  stage: Stage
  rev: number
  hash: string
}

/** An error as Payload answers it, with what the workflow adds. */
export interface ErrorAnswer {
  errors?: { message?: string; data?: { blockers?: AnsweredBlocker[] } }[]
}
