import type { TextCheck } from '../text/canonicalContent.ts'
import type { ChangeClass } from '../text/classifyChange.ts'
import type { Blocker } from './blockers.ts'
import type { TransitionName } from './table.ts'
import type { CorrectionKind, Order, Proof, Review, Role, Stage, Step } from './vocabulary.ts'

/** Stages of a publication's workflow, as data. The last review is the sign-off. */
export interface Profile {
  name: string
  /** review1 onwards, at least one. */
  reviews: readonly Review[]
  /** proof1 onwards, or none. */
  proofs: readonly Proof[]
  /** Who holds each of the reviews. */
  reviewers: Readonly<Partial<Record<Review, Role>>>
}

/** A user as the workflow sees one. No publications means all of them. */
export interface Actor {
  id: string
  roles: readonly Role[]
  publications: readonly string[]
}

/** 重大选题备案: whether it is required, and its number and date (YYYY-MM-DD) once given. */
export interface Filing {
  required: boolean
  no: string | null
  date: string | null
}

/** A doubt the slip carries, open until somebody accepts it. `code` is a diagnostic's. */
export interface Flag {
  id: string
  code: string
  params: Readonly<Record<string, string | number>>
  accepted: { by: string; at: string; why: string } | null
}

/** A request that waits for a second person. It is for one text and one cycle only. */
export interface Pending {
  transition: TransitionName
  by: string
  reason: string
  /** Of a withdrawal: what readers are to be told in the article's place. */
  notice: string | null
  at: string
  hash: string
}

/** The correction (or reinstatement) under way. `rev` is the slip's when it began. */
export interface Correction {
  kind: CorrectionKind | 'reinstate'
  reason: string
  /** What readers will be told was wrong, once the correction has been submitted: it is judged with the text. */
  note: string | null
  by: string
  at: string
  rev: number
}

/** 撤下: what readers are told in the place of an article they can no longer read. */
export interface Withdrawal {
  notice: string
  at: string
  by: string
  confirmedBy: string
}

/** 审稿单: where an article stands. Times are ISO 8601 in UTC, users are ids. */
export interface Slip {
  stage: Stage
  /** Counts from 1; a text sent back to the desk begins a new one. */
  cycle: number
  /** One more after every save and every move. */
  rev: number
  /** The rev at which the article came to its present stage. */
  enteredRev: number
  /** The steps of this cycle, fixed when it was submitted; empty before. */
  path: readonly Step[]
  submittedBy: string | null
  contentHash: string
  /** Hash of the text that was signed off, moved along by in-class corrections in proof. */
  approvedHash: string | null
  /** Who wrote in draft or correcting in this cycle, or is linked from the byline. The creator counts too, but is not listed. */
  writers: readonly string[]
  held: boolean
  /** 急稿: signed off by an override at some time. Never taken away. */
  urgent: boolean
  embargoUntil: string | null
  filing: Filing
  assignee: string | null
  dueAt: string | null
  flags: readonly Flag[]
  pending: Pending | null
  correction: Correction | null
  /** Stands until readers can see the article again. */
  withdrawal: Withdrawal | null
  /** Whether readers can see it now. */
  live: boolean
}

/** 差错: errors found by a proofreader, counted by kind. */
export type ErrorTally = Readonly<Record<string, number>>

/** 审稿记录: one decision about one text. Never changed; a later record may name it as superseded. */
export interface ReviewRecord {
  id: string
  cycle: number
  /** The stage at which it was decided. */
  step: Stage
  decision: 'pass' | 'return' | 'reject'
  transition: TransitionName
  actorId: string
  /** In which capacity. `system`: an edit reopened the article by itself. */
  role: Role | 'writer' | 'submitter' | 'system'
  /** The slip's rev when it was decided: every edit up to it was judged. */
  rev: number
  hash: string
  /** The hash that was approved before; differs from `hash` when a proof corrected the text. */
  previousHash: string | null
  opinion: string | null
  change: ChangeClass | null
  errors: ErrorTally | null
  /** 急稿签发: who confirmed, and the reviews this record stands for. */
  override: { confirmedBy: string; standsFor: readonly Review[] } | null
  /** Ids of the records that no longer count. */
  supersedes: readonly string[]
  at: string
}

/** 流转日志: what the engine says of one move; the shell adds subject, seq and the chain's hashes. */
export interface WorkflowEvent {
  transition: TransitionName | 'save'
  /** `asked`: a request that still waits for its second person. */
  phase: 'asked' | 'done'
  from: Stage
  to: Stage
  actorId: string
  /** The slip's rev after the move. */
  rev: number
  reason: string | null
  /** What a flag was set to, the kind of a correction, who asked for what is now confirmed. */
  details: Readonly<Record<string, string | number | boolean | null>>
  at: string
}

/** A save that changed the text; `rev` is the slip's after it. */
export interface ContentEdit {
  by: string
  stage: Stage
  rev: number
}

/** What `valid` needs to know of the text. */
export interface ContentCheck extends TextCheck {
  /** What the fields' own validators said, already in the reader's language. */
  fieldErrors: ReadonlyArray<{ field: string; message: string }>
}

/** Everything the workflow knows of an article. The shell loads it, the engine never looks further. */
export interface ArticleFacts {
  publication: string
  profile: Profile
  /** null for an imported article. */
  creator: string | null
  /** Users linked from the authors in the byline now. */
  bylineUsers: readonly string[]
  slip: Slip
  /** All records of the article, oldest first, those of earlier cycles too. */
  records: readonly ReviewRecord[]
  /** All saves still in the text, oldest first (`editsInText`). */
  edits: readonly ContentEdit[]
  content: ContentCheck
  /** In proof: the text against the one signed off (`signedOffHash`). In review: against the last record's, for its figures. */
  change: ChangeClass | null
  /** Hash of the text that readers see; null when they see none. */
  publicHash: string | null
  onSignedPage: boolean
  inSignedIssue: boolean
  /** It stands in withdrawn issues alone: there is no place before readers to which it could come back. */
  inWithdrawnIssue: boolean
}

/** What a client sends with a move. Nothing in it is trusted. */
export interface TransitionInput {
  rev?: number
  hash?: string
  opinion?: string
  reason?: string
  /** What readers are told of a correction. */
  note?: string
  /** What readers are told of a withdrawal. */
  notice?: string
  to?: string
  kind?: string
  /** True to confirm another person's request, absent to make one. */
  confirm?: boolean
  errors?: ErrorTally
  assignee?: string | null
  dueAt?: string | null
  filing?: Filing
  embargoUntil?: string | null
  /** Id of a flag. */
  flag?: string
}

/** What a move changes. The shell carries it out in one transaction and decides nothing itself. */
export interface Plan {
  transition: TransitionName | 'save'
  from: Stage
  to: Stage
  /** The fields of the slip that change; `rev` always does. */
  slip: Readonly<Partial<Slip>> & { readonly rev: number }
  record: Omit<ReviewRecord, 'id'> | null
  event: WorkflowEvent
  orders: readonly Order[]
}

/** The engine's answer: a plan, or every reason why not (W7). */
export type Decision = { allowed: true; plan: Plan } | { allowed: false; blockers: Blocker[] }
