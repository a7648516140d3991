import type { Diagnostic } from '../core/diagnostics/index.ts'
import type { ArticleRow } from './articleRow.ts'
import type { Credit } from './composeArticle.ts'
import type { PublicationName } from './types.ts'

/** Which lines of a transcript became which article; kept with the transcript, whatever becomes of the article. */
export interface PartOrigin {
  article: string
  startLine: number
  endLine: number
  headline: string | null
}

/** What became of a transcript. */
export interface PageProvenance {
  articles: PartOrigin[]
  /** The import made the page, or its issue, and may take it back. */
  madePage: boolean
  madeIssue: boolean
  /** The transcript that was current before, if there was one. */
  replaced: string | null
  /** SHA-256 of the file's bytes; the transcript's own is of its text. */
  sourceSha256: string
  /** Its import was taken back, but something that came from it was spared. */
  takenBack?: true
}

export interface TranscriptRow {
  id: string
  fileName: string
  publication: string
  issue: string
  page: string
  importRun: string | null
  sha256: string
  encoding: string
  lineCount: number
  text: string
  current: boolean
  provenance: PageProvenance
}

export interface PlacementRow {
  id: string
  article: string
  page: string
  issue: string
  order: number
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
  transcript: string | null
  startLine: number | null
  endLine: number | null
}

/**
 * An imported article as it is now. `edited`: a person changed its text, or it has gone on its way through the
 * house; `published`: it is, or once was, public. Only what is `asImported` may be written over or removed.
 */
export interface StoredArticle {
  id: string
  state: 'asImported' | 'edited' | 'published'
  importRun: string | null
  title: string
  column: string | null
}

export interface IssueKey {
  publication: string
  date: string
  edition: string
}

export interface RunRow {
  id: string
  title: string
  publication: string
  status: 'running' | 'success' | 'partial' | 'failed' | 'rolledBack'
  startedAt: string
  finishedAt?: string
  sources?: unknown
  counts?: unknown
  diagnostics?: Diagnostic[]
}

/** What a transaction's work returns to have everything it wrote taken back; carries the work's result. */
export class RollBack<Result> {
  readonly result: Result
  constructor(result: Result) {
    this.result = result
  }
}

/** Thrown by the store for what it will not write and a person can mend, such as a slug that is taken. */
export class StoreRefusal extends Error {
  readonly diagnostic: Diagnostic
  constructor(found: Diagnostic) {
    super(found.code)
    this.diagnostic = found
  }
}

/** The one place where an import is written. Whatever a transaction's work does becomes true at once or not at all. */
export interface ImportStore {
  newId(): string
  publications(): Promise<{ id: string; name: string; slug: string }[]>
  /** Runs again, from the start, when the database says that somebody else wrote at the same time. */
  transaction<Result>(work: (rows: StoreRows) => Promise<Result | RollBack<Result>>): Promise<Result>
  close(): Promise<void>
}

/** Rows within one transaction. What is inserted may be written late, but before anything is updated or removed. */
export interface StoreRows {
  newId(): string
  insertPublication(publication: PublicationName & { id: string; slug: string }): Promise<void>
  insertRun(run: RunRow): Promise<void>
  findRun(id: string): Promise<RunRow | null>
  updateRun(id: string, change: Partial<RunRow>): Promise<void>

  findIssue(key: IssueKey): Promise<string | null>
  insertIssue(key: IssueKey, numbers: { number?: string; wholeNumber?: string }): Promise<string>
  findPage(issue: string, number: string): Promise<{ id: string; name: string | null } | null>
  insertPage(page: { issue: string; number: string; name: string | null }): Promise<string>
  pageNumbers(pages: readonly string[]): Promise<Map<string, string>>
  /** Removes the page, and its issue, if nothing stands on them. */
  removeIfEmpty(target: { page?: string; issue?: string }): Promise<void>

  currentTranscript(page: string): Promise<TranscriptRow | null>
  findTranscript(page: string, sha256: string): Promise<TranscriptRow | null>
  transcript(id: string): Promise<TranscriptRow | null>
  transcriptsOfRun(run: string): Promise<string[]>
  insertTranscript(row: TranscriptRow): Promise<void>
  updateTranscript(id: string, change: Partial<TranscriptRow>): Promise<void>
  deleteTranscript(id: string): Promise<void>

  articles(ids: readonly string[]): Promise<Map<string, StoredArticle>>
  insertArticle(id: string, row: ArticleRow): Promise<void>
  updateArticle(id: string, row: Partial<ArticleRow>): Promise<void>
  /** Keeps what the importer doubts of an article whose text stays as it is. */
  addDoubt(id: string, doubt: Diagnostic): Promise<void>
  /** With its versions and placements. */
  deleteArticle(id: string): Promise<void>

  placementsOf(articles: readonly string[]): Promise<PlacementRow[]>
  /** Placements of an issue that the importer made and that name a jump. */
  jumps(issue: string): Promise<PlacementRow[]>
  insertPlacement(row: PlacementRow): Promise<void>
  updatePlacement(id: string, change: Partial<PlacementRow>): Promise<void>
  deletePlacement(id: string): Promise<void>
  transcriptHasPlacements(id: string): Promise<boolean>

  /** Ids by name; who is not there yet is made, on behalf of the run. */
  authors(credits: readonly Credit[], of: { publication: string; run: string }): Promise<Map<string, string>>
  authorsOf(articles: readonly string[]): Promise<string[]>
  /** Removes those of these authors that an import made and no article names any more. */
  removeUnusedAuthors(ids: readonly string[]): Promise<number>
}
