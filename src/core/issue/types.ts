import type { Actor, ArticleFacts, Profile } from '../workflow/types.ts'
import type { Place } from './blockers.ts'
import type { PreflightItem } from './preflight/item.ts'
import type { DeskOrder, IssueStage, JumpKind, PageStage } from './vocabulary.ts'

/** Where an article stands on a page, as a page's hash covers it. */
export interface Placed {
  placement: string
  article: string
  order: number
  jump: JumpKind
  /** Number of the page of the other half. */
  jumpPage: string | null
  startLine: number | null
  endLine: number | null
  /** The rubric it stands under. */
  column: string | null
  /** Hash of its text. */
  contentHash: string
}

/** Why a signature is gone, or a stage was lost: a move, a layout operation, or preflight at the appointed time. */
export interface Dropped {
  reason: string
  by: string
  at: string
  /** The article whose change it was. */
  article: string | null
  /** What a person said. */
  why: string | null
}

/** A page with everything that its signature covers. */
export interface PageFacts {
  id: string
  number: string
  name: string | null
  sequence: number
  stage: PageStage
  rev: number
  signedBy: string | null
  signedAt: string | null
  /** The hash that was signed. */
  signature: string | null
  dropped: Dropped | null
  /** Who laid it out or made its proof: its page editors, none of whom may sign it. */
  layoutBy: readonly string[]
  /** In order. */
  placed: readonly Placed[]
  /** Of the page as it is now. */
  hash: string
}

/** An acknowledgement or a waiver: who, when, why; for one state of what it is about. */
export interface Settled {
  key: string
  fingerprint: string
  by: string
  at: string
  reason: string | null
}

/** A request to withdraw an issue, or to bring it back, that waits for its second person. */
export interface PendingRequest {
  transition: string
  by: string
  reason: string
  /** What readers are to be told; empty where nothing is. */
  notice: string
  at: string
}

/** An issue with its pages, and everything that its signature covers. */
export interface IssueFacts {
  id: string
  publication: string
  profile: Profile
  stage: IssueStage
  rev: number
  /** YYYY-MM-DD; null when it has none that can be read. */
  date: string | null
  number: string | null
  edition: string
  plannedPages: number | null
  publishAt: string | null
  publishedAt: string | null
  signedBy: string | null
  signedAt: string | null
  signature: string | null
  dropped: Dropped | null
  acknowledgements: readonly Settled[]
  waivers: readonly Settled[]
  pending: PendingRequest | null
  /** In the order of the paper. */
  pages: readonly PageFacts[]
  hash: string
}

/** An article as preflight looks at it. */
export interface CheckedArticle {
  id: string
  headline: string | null
  /** What staff call it: its headline, else how it begins. */
  title: string
  facts: ArticleFacts
  /** Ids of its pictures' files. */
  media: readonly string[]
}

/** Everything preflight needs beside the issue itself. The shell loads it, preflight never looks further. */
export interface PreflightFacts {
  issue: IssueFacts
  /** The placed articles. */
  articles: readonly CheckedArticle[]
  /** Whether another day's issue of the paper has this number. */
  numberTaken: boolean
  /** The files that are there, with the paper each belongs to; null for the whole house's. */
  media: ReadonlyMap<string, string | null>
  /** Approved articles of the paper that stand on no page. */
  unplaced: readonly { id: string; title: string }[]
  /** Corrections whose notice is due in this issue and not placed. */
  correctionsDue: readonly { id: string; title: string; page: string | null }[]
  /** When it is to appear; null while nobody has said. ISO 8601 in UTC. */
  publishTime: string | null
  now: string
}

/** What a client sends with a move of a page or an issue. Nothing in it is trusted. */
export interface DeskInput {
  rev?: number
  hash?: string
  reason?: string
  notice?: string
  publishAt?: string
  confirm?: boolean
  items?: readonly { key: string; fingerprint: string }[]
}

/** What happened, as the issue's chain keeps it; the shell adds seq and hashes. */
export interface DeskEvent {
  transition: string
  phase: 'asked' | 'done'
  from: string | null
  to: string | null
  actorId: string
  rev: number
  reason: string | null
  details: Readonly<Record<string, string | number | boolean | null>>
  at: string
}

/** What a move changes on a page or an issue. The shell carries it out in one transaction and decides nothing itself. */
export interface DeskPlan<Stage extends string, Change> {
  transition: string
  from: Stage
  to: Stage
  change: Readonly<Partial<Change>> & { readonly rev: number }
  event: DeskEvent
  orders: readonly DeskOrder[]
}

export type PageChange = Pick<
  PageFacts,
  'stage' | 'rev' | 'signedBy' | 'signedAt' | 'signature' | 'dropped' | 'layoutBy'
>
export type IssueChange = Pick<
  IssueFacts,
  | ('stage' | 'rev' | 'publishAt' | 'publishedAt' | 'signedBy' | 'signedAt' | 'signature' | 'dropped')
  | ('acknowledgements' | 'waivers' | 'pending')
> & { notice: string | null }

export type PagePlan = DeskPlan<PageStage, PageChange>
export type IssuePlan = DeskPlan<IssueStage, IssueChange>

/** A question about a page: its own facts, and where its issue stands. */
export interface PageQuestion {
  page: PageFacts
  issue: Pick<IssueFacts, 'id' | 'publication' | 'stage'>
}

/** A question about an issue; `items` where the move looks at preflight, else null. */
export interface IssueQuestion {
  issue: IssueFacts
  items: readonly PreflightItem[] | null
}

/** What is common to every request to the desk. */
export interface DeskRequest {
  actor: Actor
  input: DeskInput
  /** ISO 8601 in UTC: core has no clock. */
  now: string
  /** True only where our own code asks. */
  bySystem?: boolean
}

export type { Place }
