import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import { checkIssue, readCheckedPage, type CheckOptions } from './checkIssue.ts'
import { joinJumps } from './joinJumps.ts'
import { findPublication } from './publications.ts'
import { listSources } from './sources/listSources.ts'
import { RollBack, StoreRefusal, type ImportStore } from './storePort.ts'
import { Tally } from './tally.ts'
import type { CheckedIssue, CheckedPage, ImportReport, IssueSource, PageReport } from './types.ts'
import { writePage, type RunScope, type WrittenPage } from './writePage.ts'

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
interface Running {
  options: ImportOptions
  listener: ImportListener
  tally: Tally
  total: number
  done: number
}

/**
 * Imports pages: reads and checks every file before anything is written, then writes page by page, each in one
 * transaction. Importing the same again writes nothing. `openStore` is called only when there is something to write.
 */
export async function runImport(
  openStore: () => Promise<ImportStore>,
  options: ImportOptions,
  listener: ImportListener = {},
): Promise<ImportReport> {
  const tally = new Tally(listener.onDiagnostic)
  const running: Running = { options, listener, tally, total: 0, done: 0 }
  const issues = await check(running)
  if (issues.length === 0 || stopped(running)) return tally.report(null, stopped(running))
  const store = await openStore()
  try {
    return await write(store, issues, running)
  } finally {
    await store.close()
  }
}

const stopped = ({ listener }: Running): boolean => listener.signal?.aborted ?? false

async function check(running: Running): Promise<CheckedIssue[]> {
  const { options, listener, tally } = running
  const listed = await listSources(options.sources, options.manifest)
  for (const found of listed.diagnostics) tally.say(found)
  if (options.pages && listed.issues.length > 1) {
    tally.say(diagnostic('page.oneIssueOnly', { count: listed.issues.length }))
    return []
  }
  const total = listed.issues.reduce((sum, { files }) => sum + files.length, 0)
  let done = 0
  const issues: CheckedIssue[] = []
  for (const source of listed.issues) {
    if (stopped(running)) return []
    const checked = await checkIssue(source, {
      ...(options.date === undefined ? {} : { date: options.date }),
      ...(options.edition === undefined ? {} : { edition: options.edition }),
      ...(options.pages === undefined ? {} : { pages: options.pages }),
      askDate: listener.askDate ?? (async () => null),
      onFile: () => listener.onProgress?.({ phase: 'check', done: done++, total }),
      stopped: () => stopped(running),
    })
    for (const found of checked.diagnostics) tally.say(found)
    tally.counts.files += source.files.length
    if (checked.issue) issues.push(checked.issue)
  }
  return issues
}

async function write(
  store: ImportStore,
  issues: readonly CheckedIssue[],
  running: Running,
): Promise<ImportReport> {
  const { tally } = running
  running.total = issues.reduce((sum, { pages }) => sum + pages.length, 0)
  const scopes = new Map<string, RunScope>()
  // Every publication is known before the first page is written: a wrong name must not stop an import half-way.
  const scoped: { issue: CheckedIssue; scope: RunScope }[] = []
  for (const issue of issues) {
    const scope = await scopeOf(store, issue.source, { running, scopes })
    if (scope) scoped.push({ issue, scope })
  }
  if (scoped.length < issues.length) return tally.report(null, false)
  try {
    for (const { issue, scope } of scoped) {
      if (stopped(running)) break
      await writeIssue(store, issue, { running, scope })
    }
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error
    tally.say(error.diagnostic)
  } finally {
    for (const scope of scopes.values()) await finish(store, scope, running)
  }
  const [first] = [...scopes.values()].filter(({ runExists }) => runExists)
  return tally.report(first?.run.id ?? null, stopped(running))
}

/** One run for each publication: an import of several papers can be taken back paper by paper. */
async function scopeOf(
  store: ImportStore,
  source: IssueSource,
  { running, scopes }: { running: Running; scopes: Map<string, RunScope> },
): Promise<RunScope | null> {
  const { options, tally } = running
  const found = await findPublication(store, { source, options })
  if ('code' in found) {
    tally.say(found)
    return null
  }
  const known = scopes.get(found.publication.slug)
  if (known) return known
  if (found.made) tally.say(found.made)
  const startedAt = new Date().toISOString()
  const title = `${found.publication.name} ${startedAt.slice(0, 16).replace('T', ' ')}`
  const scope: RunScope = {
    run: { id: store.newId(), title, publication: found.publication.id, status: 'running', startedAt },
    publication: found.publication,
    runExists: false,
    publicationExists: !found.made,
  }
  scopes.set(found.publication.slug, scope)
  return scope
}

interface IssueWriting {
  running: Running
  scope: RunScope
}

async function writeIssue(store: ImportStore, issue: CheckedIssue, writing: IssueWriting): Promise<void> {
  const { running, scope } = writing
  let id: string | null = null
  for (const checked of issue.pages) {
    if (stopped(running)) break
    const written = await writeOne(store, checked, { ...writing, issue })
    if (written) id = written.issue
    running.done += 1
    running.listener.onProgress?.({ phase: 'write', done: running.done, total: running.total })
  }
  if (!id || running.options.dryRun || !scope.publicationExists) return
  const issueId = id
  const { joined, open, usedRun } = await store.transaction((rows) =>
    joinJumps(rows, {
      issue: issueId,
      publication: scope.publication.id,
      run: scope.run,
      runExists: scope.runExists,
    }),
  )
  scope.runExists ||= usedRun
  running.tally.counts.jumpsJoined += joined
  running.tally.counts.jumpsOpen += open.length
  for (const found of open) running.tally.say(found)
}

async function writeOne(
  store: ImportStore,
  checked: CheckedPage,
  { running, scope, issue }: IssueWriting & { issue: CheckedIssue },
): Promise<WrittenPage | null> {
  const { tally, listener, options } = running
  const page = await readCheckedPage(checked)
  if ('code' in page) {
    tally.say(page)
    return null
  }
  const { source, date, edition } = issue
  const written = await store.transaction(async (rows) => {
    const result = await writePage(rows, { scope, source, date, edition, page })
    return options.dryRun ? new RollBack(result) : result
  })
  // Only now: a transaction that was run again, or taken back, has made nothing.
  if (!options.dryRun && written.change.status !== 'unchanged') {
    scope.runExists = true
    scope.publicationExists = true
  }
  const report = { page, date, edition, change: written.change }
  tally.add(report)
  await listener.onPage?.(report)
  return written
}

async function finish(store: ImportStore, scope: RunScope, running: Running): Promise<void> {
  if (!scope.runExists) return
  const { result, counts, diagnostics } = running.tally.report(scope.run.id, stopped(running))
  await store.transaction((rows) =>
    rows.updateRun(scope.run.id, {
      status: result,
      finishedAt: new Date().toISOString(),
      sources: running.options.sources,
      counts,
      diagnostics,
    }),
  )
}
