import type { Stage } from '../../core/workflow/index.ts'
import type { AnsweredBlocker } from '../articleWorkflow/answers.ts'

/** Somebody of the house, by name. */
export interface Person {
  id: string
  name: string
}

/** What mends a reason: where to go. */
export interface Place {
  kind: 'issue' | 'page' | 'article' | 'placement' | 'publication'
  id: string
  label: string
}

/** A reason with the place that mends it, where there is one. */
export type PlacedBlocker = AnsweredBlocker & { place?: Place }

/** A move of a page or an issue as the API offers it. */
export interface StageOffer {
  transition: string
  allowed: boolean
  blockers: PlacedBlocker[]
  /** What a person has to give with it: reason, publishAt, items, notice. */
  needs: string[]
  /** It confirms what somebody else has asked for. */
  confirms: boolean
}

/** Why a signature no longer counts. */
export interface Dropped {
  by: Person
  at: string
  article: { id: string; headline: string | null } | null
  /** The reason as a sentence. */
  words: string
}

/** An article on the board. Times are ISO 8601 in UTC. */
export interface BoardCard {
  /** The placement; null in the tray. */
  placement: string | null
  article: string
  headline: string | null
  /** What staff call it: its headline, else how it begins. */
  title: string
  column: string | null
  stage: Stage
  live: boolean
  characters: number
  authors: string[]
  /** Doubts that nobody has settled. */
  doubts: number
  held: boolean
  urgent: boolean
  embargoUntil: string | null
  jump: { kind: 'none' | 'out' | 'in'; page: string | null }
  /** Of a notice that readers are owed: the page where what it corrects stood. */
  dueOnPage: string | null
  /** Of the article's slip: by them a move says what it is about. */
  rev: number
  hash: string
}

/** One part of 版面署名, and who had it. */
export interface ResponsibilityLine {
  role: string
  names: string[]
}

/** A page on the board. */
export interface BoardPage {
  id: string
  number: string
  name: string | null
  stage: string
  rev: number
  hash: string
  signedBy: Person | null
  signedAt: string | null
  dropped: Dropped | null
  /** Who laid it out: none of them may sign it. */
  layoutBy: Person[]
  responsibility: ResponsibilityLine[]
  responsibilityComplete: boolean
  offers: StageOffer[]
  cards: BoardCard[]
}

/** The issue itself, as board and desk show it. */
export interface BoardIssue {
  id: string
  title: string
  publication: { id: string; name: string; slug: string; profile: string }
  /** YYYY-MM-DD. */
  date: string
  edition: string
  plannedPages: number | null
  stage: string
  rev: number
  hash: string
  publishAt: string | null
  publishedAt: string | null
  signedBy: Person | null
  signedAt: string | null
  dropped: Dropped | null
}

/** `GET /issues/:id/board`, and what a change of the layout answers. */
export interface Board {
  issue: BoardIssue
  pages: BoardPage[]
  tray: BoardCard[]
  /** How many unplaced articles there are besides. */
  trayMore: number
  /** Whether this user may lay out at all, and why not. */
  layout: { allowed: boolean; blockers: PlacedBlocker[] }
}

/** A change of the layout; the issue's `rev` is added. `index` is the place in the page's list after the move. */
export type LayoutRequest =
  | { op: 'place'; article: string; page: string; index: number; jump?: { kind: 'in'; page: string } }
  | { op: 'move'; placement: string; page: string; index: number }
  | { op: 'unplace'; placement: string }
  | { op: 'jump'; placement: string; kind: 'none' | 'out' | 'in'; toPage: string | null }
  | { op: 'addPage'; number: string; name: string }
  | { op: 'renamePage'; page: string; name: string }
  | { op: 'renumberPage'; page: string; number: string }
  | { op: 'removePage'; page: string }

/** `GET /issues/:id/transitions`. */
export interface IssueMoves {
  stage: string
  rev: number
  hash: string
  transitions: StageOffer[]
  /** A request that waits for a second person. */
  pending: { transition: string; by: Person; at: string; reason: string; notice: string } | null
}

/** One thing that keeps an issue from appearing, or should be known before it does. */
export interface PreflightItem {
  key: string
  /** What exactly it is about: an acknowledgement counts for this alone. */
  fingerprint: string
  rule: string
  code: string
  severity: 'blocker' | 'warning'
  title: string
  what: string
  fix: string
  place: Place | null
  waivable: boolean
  waiver: { by: Person; at: string; reason: string } | null
  acknowledged: { by: Person; at: string } | null
  /** Of an article that may not go out: every reason. */
  details?: AnsweredBlocker[]
}

/** `GET /issues/:id/preflight`. */
export interface Preflight {
  stage: string
  rev: number
  hash: string
  /** No blocker is left. */
  green: boolean
  /** Green, and every warning acknowledged. */
  ready: boolean
  items: PreflightItem[]
}

/** One event of an issue or of one of its pages, newest first in `GET /issues/:id/history`. */
export interface IssueEvent {
  seq: number
  transition: string
  phase: 'asked' | 'done'
  from: string | null
  to: string | null
  by: Person
  at: string
  reason: string | null
  rev: number
  details: Readonly<Record<string, string | number | boolean | null>>
  page: { id: string; number: string } | null
  words: string
  /** Which findings of the preflight it was about; null for what was about none. */
  about: string | null
}

/** One line of `GET /issues/:id/editions`. */
export interface EditionLine {
  id: string
  number: number
  kind: string
  at: string
  by: Person | null
  hash: string
  articles: number
}

/** What a move in bulk answers: article by article. */
export interface BulkAnswer {
  moved: number
  refused: number
  results: (
    | { article: string; outcome: 'moved'; stage: Stage; rev: number; hash: string }
    | { article: string; outcome: 'refused'; status: number; blockers: AnsweredBlocker[] }
  )[]
}

/** One step that an article has gone, on the flow sheet. */
export interface FlowStep {
  step: string
  decision: string
  by: Person
  role: string
  at: string
  opinion: string | null
  /** Errors that a proofreader counted, all kinds together. */
  errors: number | null
  override: { confirmedBy: Person } | null
  /** False for a decision that a later one, or a new cycle, has voided. */
  stands: boolean
}

/** `GET /issues/:id/flow-sheet`. */
export interface FlowSheetAnswer {
  issue: {
    id: string
    title: string
    publication: { id: string; name: string }
    date: string | null
    edition: string
    number: string | null
    stage: string
    signedBy: Person | null
    signedAt: string | null
    publishedAt: string | null
    publishedBy: Person | null
  }
  pages: {
    id: string
    number: string
    name: string | null
    layoutBy: Person[]
    signedBy: Person | null
    signedAt: string | null
    responsibility: ResponsibilityLine[]
  }[]
  rows: {
    page: string
    article: string
    headline: string | null
    title: string
    writers: Person[]
    stage: Stage
    cycle: number
    urgent: boolean
    steps: FlowStep[]
    signedOffAt: string | null
    publishedAt: string | null
  }[]
}
