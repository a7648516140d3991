import type { Diagnostic } from '../diagnostics/index.ts'

/**
 * What a line of a page transcript is. Roles up to `tableRow` belong to an article; the rest stand apart from
 * every article but are kept, so that each line that is not blank has exactly one role. `blank` is for blank lines.
 */
export type LineRole =
  | 'kicker'
  | 'column'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'dateLine'
  | 'salutation'
  | 'datelineParagraph'
  | 'body'
  | 'crosshead'
  | 'jumpOut'
  | 'jumpIn'
  | 'caption'
  | 'credit'
  | 'signature'
  | 'notice'
  | 'verse'
  | 'tableRow'
  | 'folio'
  | 'furniture'
  | 'teaser'
  | 'fragment'
  | 'blank'

/** One reason for a decision: the name of a cue and its weight for the role (higher is stronger). */
export interface Evidence {
  cue: string
  weight: number
}

/** One line of the source, as it was, with what it was read as and why. */
export interface LineReading {
  /** 1-based line of the source; blank lines are counted and present. */
  line: number
  text: string
  role: LineRole
  /** Index into `PageReading.articles`, null for blank lines and for lines that belong to no article here. */
  article: number | null
  /** 0 to 1: how sure the reader is of the role. */
  confidence: number
  /** The next best role, with its probability. */
  runnerUp?: { role: LineRole; score: number }
  /** Strongest first, a few at most. */
  evidence: Evidence[]
}

/** A dateline such as 新华社北京1月2日电: parts that are not printed are null. */
export interface Dateline {
  agency: string | null
  place: string | null
  date: string | null
  raw: string
}

/** How somebody named in a byline took part. */
export type AuthorRole =
  'reporter' | 'correspondent' | 'author' | 'commentator' | 'intern' | 'translator' | 'editor'

/** A person named as author. Names are written without spaces between their characters. */
export interface AuthorReading {
  name: string
  role: AuthorRole
}

/** What a block of the body is. */
export type BlockKind = 'paragraph' | 'crosshead' | 'verse' | 'table' | 'list' | 'note' | 'salutation'

/** A piece of the body, in reading order. Verse and tables keep their lines, parted by \n. */
export interface Block {
  kind: BlockKind
  text: string
  startLine: number
  endLine: number
}

/** A picture named by the text: its caption, and its credit as printed. */
export interface PictureReading {
  caption: string
  credit: string | null
}

/** A jump line: the page it names (as in GLOSSARY: no leading zeros, digits) and where it stands. */
export interface JumpReading {
  page: string
  line: number
}

/** An article as read from the page. Absent parts are null or empty, never invented. */
export interface ArticleReading {
  kicker: string | null
  headline: string | null
  deck: string[]
  column: string | null
  dateline: Dateline | null
  authors: AuthorReading[]
  organisations: string[]
  bylineRaw: string | null
  photoCredits: string[]
  blocks: Block[]
  pictures: PictureReading[]
  /** 'notice' for an advertisement, announcement or classified; 'picture' for a picture with its caption. */
  kind: 'article' | 'notice' | 'picture'
  startLine: number
  endLine: number
  /** Pairs of lines that a column break parted and the body joins again. */
  joins: [number, number][]
  jumpTo: JumpReading | null
  jumpFrom: JumpReading | null
  /** The text stops inside a sentence and no jump line says where it goes on. */
  truncated: boolean
  /** 0 to 1: how sure the reader is that the article begins and ends here. */
  confidence: number
  diagnostics: Diagnostic[]
}

/** What the furniture of the page says about the page itself, and the line that says it. */
export interface FolioReading {
  page?: string
  /** YYYY-MM-DD */
  date?: string
  publication?: string
  name?: string
  line: number
}

/** A whole page as read. */
export interface PageReading {
  lines: LineReading[]
  articles: ArticleReading[]
  folio: FolioReading | null
  /** All joins of all articles, in order. */
  joins: [number, number][]
  /** Diagnostics of the page and of all its articles, in order of place. */
  diagnostics: Diagnostic[]
}

/** What is known about a page before it is read. */
export interface ReadPageOptions {
  /** The page's number, where it was given; used for the warning about a page that jumps to itself. */
  page?: string
}

/** An article on a page: the page's number and the index in its reading's `articles`. */
export interface JumpEnd {
  page: string
  article: number
}

/** What pairing found: jumps whose two ends are known, and ends without a partner, listed. */
export interface JumpPairing {
  pairs: { from: JumpEnd; to: JumpEnd; evidence: Evidence[] }[]
  open: { end: JumpEnd; direction: 'to' | 'from'; page: string; line: number }[]
}

/** A suggestion with the lines that speak for it. */
export interface Suggestion {
  value: string
  source: 'folio' | 'fileName' | 'jump' | 'order' | 'dateline' | 'text'
  /** 0 to 1. */
  confidence: number
  evidence: { line: number; text: string }[]
}
