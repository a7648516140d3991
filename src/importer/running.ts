import type { Diagnostic } from '../core/diagnostics/index.ts'
import type { CheckOptions } from './checkIssue.ts'
import type { Tally } from './tally.ts'
import type { PageReport } from './types.ts'

/** What an import is to read, and how. */
export interface ImportOptions {
  /** Files, folders and ZIP archives. */
  sources: readonly string[]
  /** Path of an `issue.yaml` that is not in a folder of its own. */
  manifest?: string
  /** Name or slug; needed unless the manifests say it. */
  publication?: string
  createPublication?: boolean
  /** Of a publication that is made. */
  slug?: string
  date?: string
  edition?: string
  pages?: readonly string[]
  /** Do everything, then take it back. */
  dryRun?: boolean
}

/** How far an import is: `check` reads, `write` writes. */
export interface Progress {
  phase: 'check' | 'write'
  done: number
  total: number
}

/** Who is told how an import goes, and asked what it cannot know. */
export interface ImportListener {
  onPage?(report: PageReport): void | Promise<void>
  /** Everything that is said of no page, as it is found. */
  onDiagnostic?(found: Diagnostic): void
  onProgress?(progress: Progress): void
  /** Asks a person for the date of an issue; without it a date that is not given is an error. */
  askDate?: CheckOptions['askDate']
  /** When it aborts, the import ends after the current page. */
  signal?: AbortSignal
}

/** An import that goes on: what its steps share. */
export interface Running {
  options: ImportOptions
  listener: ImportListener
  tally: Tally
  total: number
  done: number
}

/** Whether somebody has asked the import to end. */
export const stopped = ({ listener }: Running): boolean => listener.signal?.aborted ?? false
