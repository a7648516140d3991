import type { Diagnostic } from '../core/diagnostics/index.ts'
import type { PageReading } from '../core/transcript/index.ts'

/** A publication as a person or a manifest names it. */
export interface PublicationName {
  name: string
  slug?: string
  cnNumber?: string
}

/** A file that can be read more than once. */
export interface SourceFile {
  /** As messages show it: the path as given, or `archive.zip/inner/path`. */
  name: string
  /** Bytes, as the file system or the archive tells it before anything is read. */
  size: number
  read(): Promise<Uint8Array>
  /** From `--pages` or a manifest, in the glossary's shape. */
  page?: string
  pageName?: string
}

/** The files of one issue, with what is known of it before they are read. */
export interface IssueSource {
  /** The folder, archive or manifest it comes from, for messages. */
  name: string
  files: SourceFile[]
  publication?: PublicationName
  /** YYYY-MM-DD */
  date?: string
  edition?: string
  number?: string
  wholeNumber?: string
}

/** A source's text, ready to be parsed. */
export interface DecodedText {
  /** Without byte-order mark, lines apart by \n. */
  text: string
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
  diagnostics: Diagnostic[]
}

/** One page in a file: most files hold one. */
export interface PagePart {
  text: string
  /** Lines of the file before the part's first. */
  linesBefore: number
}

/** A page that has been checked and may be written; its text is read again then, so that none is held. */
export interface CheckedPage {
  file: SourceFile
  /** Which page of the file, from 0. */
  part: number
  number: string
  name: string | null
  /** Of the part's text. */
  sha256: string
  diagnostics: Diagnostic[]
}

/** An issue whose files have been checked. */
export interface CheckedIssue {
  source: IssueSource
  date: string
  edition: string
  pages: CheckedPage[]
}

/** A page's text with what was read from it. */
export interface ReadPage {
  file: SourceFile
  number: string
  name: string | null
  sha256: string
  sourceSha256: string
  encoding: DecodedText['encoding']
  text: string
  linesBefore: number
  reading: PageReading
  /** Of the file, the number and the reading; places count the file's lines. */
  diagnostics: Diagnostic[]
}

/** What became, or would become, of a page. */
export type PageStatus = 'new' | 'changed' | 'unchanged' | 'failed'

export interface PageChange {
  status: PageStatus
  created: number
  updated: number
  removed: number
  /** Articles that stay as they are although their source changed. */
  kept: number
  diagnostics: Diagnostic[]
}

/** A page as the report shows it. */
export interface PageReport {
  page: ReadPage
  date: string
  edition: string
  change: PageChange
}

export interface ImportCounts {
  files: number
  pages: number
  newPages: number
  changedPages: number
  unchangedPages: number
  articles: number
  created: number
  updated: number
  removed: number
  kept: number
  jumpsJoined: number
  jumpsOpen: number
  errors: number
  warnings: number
}

/** What an import did. */
export interface ImportReport {
  /** success: all of it; partial: something could not be read or written, the rest was; failed: nothing was. */
  result: 'success' | 'partial' | 'failed'
  /** Id of the import run, null when nothing was written. */
  run: string | null
  /** Stopped on request before the end; the same call goes on from there. */
  stopped: boolean
  counts: ImportCounts
  /** The first thousand. */
  diagnostics: Diagnostic[]
}
