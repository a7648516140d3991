import type { Diagnostic } from '../core/diagnostics/index.ts'
import type { ImportCounts, ImportReport, PageReport } from './types.ts'

/** Diagnostics that a report and the run's row keep; all are shown as they come. */
const kept = 1_000

/** Counts what an import does, so that no page has to be held until the end. */
export class Tally {
  readonly counts: ImportCounts = {
    ...{ files: 0, pages: 0, newPages: 0, changedPages: 0, unchangedPages: 0, articles: 0 },
    ...{ created: 0, updated: 0, removed: 0, kept: 0, jumpsJoined: 0, jumpsOpen: 0, errors: 0, warnings: 0 },
  }
  readonly #diagnostics: Diagnostic[] = []
  readonly #listener: ((found: Diagnostic) => void) | undefined

  constructor(listener?: (found: Diagnostic) => void) {
    this.#listener = listener
  }

  /** Something that is said of the import, not of a page. */
  say(found: Diagnostic): void {
    this.#count(found)
    this.#listener?.(found)
  }

  add({ page, change }: PageReport): void {
    const { counts } = this
    counts.pages += 1
    counts.newPages += Number(change.status === 'new')
    counts.changedPages += Number(change.status === 'changed')
    counts.unchangedPages += Number(change.status === 'unchanged')
    counts.articles += page.reading.articles.length
    for (const key of ['created', 'updated', 'removed', 'kept'] as const) counts[key] += change[key]
    for (const found of [...page.diagnostics, ...change.diagnostics]) this.#count(found)
  }

  report(run: string | null, stopped: boolean): ImportReport {
    const { errors, pages } = this.counts
    const result = errors === 0 && !stopped ? 'success' : pages > 0 ? 'partial' : 'failed'
    return { result, run, stopped, counts: { ...this.counts }, diagnostics: [...this.#diagnostics] }
  }

  #count(found: Diagnostic): void {
    if (found.severity === 'error') this.counts.errors += 1
    if (found.severity === 'warning') this.counts.warnings += 1
    if (this.#diagnostics.length < kept) this.#diagnostics.push(found)
  }
}
