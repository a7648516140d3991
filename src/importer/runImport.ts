import { diagnostic } from '../core/diagnostics/index.ts'
import { checkIssue } from './checkIssue.ts'
import { findPublication } from './publications.ts'
import { stopped, type ImportListener, type ImportOptions, type Running } from './running.ts'
import { listSources } from './sources/listSources.ts'
import { StoreRefusal, type ImportStore } from './storePort.ts'
import { Tally } from './tally.ts'
import type { CheckedIssue, ImportReport, IssueSource } from './types.ts'
import { writeIssue } from './writeIssue.ts'
import type { RunScope } from './writePage.ts'

export type { ImportListener, ImportOptions, Progress } from './running.ts'

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
  const progress = (): void => listener.onProgress?.({ phase: 'check', done, total })
  for (const source of listed.issues) {
    if (stopped(running)) return []
    const checked = await checkIssue(source, {
      ...(options.date === undefined ? {} : { date: options.date }),
      ...(options.edition === undefined ? {} : { edition: options.edition }),
      ...(options.pages === undefined ? {} : { pages: options.pages }),
      askDate: listener.askDate ?? (async () => null),
      onFile: () => {
        progress()
        done += 1
      },
      stopped: () => stopped(running),
    })
    for (const found of checked.diagnostics) tally.say(found)
    tally.counts.files += source.files.length
    if (checked.issue) issues.push(checked.issue)
  }
  progress()
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
