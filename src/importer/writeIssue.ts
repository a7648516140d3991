import { readCheckedPage } from './checkIssue.ts'
import { joinJumps, type JoinedJumps, type JoinScope } from './joinJumps.ts'
import { stopped, type Running } from './running.ts'
import { RollBack, type ImportStore } from './storePort.ts'
import type { CheckedIssue, CheckedPage, ReadPage } from './types.ts'
import { writePage, type PageTarget, type RunScope, type WrittenPage } from './writePage.ts'

interface IssueWriting {
  running: Running
  scope: RunScope
}

/** Writes the pages of an issue, each in one transaction, then joins its jumps; on a dry run shows what would come of it. */
export async function writeIssue(
  store: ImportStore,
  issue: CheckedIssue,
  writing: IssueWriting,
): Promise<void> {
  const { running, scope } = writing
  if (running.options.dryRun) return previewIssue(store, issue, writing)
  let id: string | null = null
  for (const checked of issue.pages) {
    if (stopped(running)) break
    const page = await readOne(checked, running)
    if (page) {
      const target = pageTarget(issue, { scope, page })
      const written = await store.transaction((rows) => writePage(rows, target))
      // Only now: a transaction that was run again has made nothing before.
      wrote(scope, written)
      id = written.issue
      await report(running, { page, issue, written })
    }
    advance(running)
  }
  if (!id || !scope.publicationExists) return
  const issueId = id
  sayJumps(running, scope, await store.transaction((rows) => joinJumps(rows, joinScope(scope, issueId))))
}

/** What a whole issue would become, its joined jumps included: all of it in one transaction that is taken back. */
async function previewIssue(
  store: ImportStore,
  issue: CheckedIssue,
  { running, scope: kept }: IssueWriting,
): Promise<void> {
  const pages: ReadPage[] = []
  for (const checked of issue.pages) {
    if (stopped(running)) return
    const page = await readOne(checked, running)
    if (page) pages.push(page)
  }
  const { written, jumps } = await store.transaction(async (rows) => {
    const scope = { ...kept }
    const preview: { written: WrittenPage[]; jumps: JoinedJumps | null } = { written: [], jumps: null }
    for (const page of pages) {
      const one = await writePage(rows, pageTarget(issue, { scope, page }))
      wrote(scope, one)
      preview.written.push(one)
    }
    const id = preview.written.at(-1)?.issue
    if (id && scope.publicationExists) preview.jumps = await joinJumps(rows, joinScope(scope, id))
    return new RollBack(preview)
  })
  for (const [index, page] of pages.entries()) {
    await report(running, { page, issue, written: written[index]! })
    advance(running)
  }
  if (jumps) sayJumps(running, { ...kept }, jumps)
}

async function readOne(checked: CheckedPage, { tally }: Running): Promise<ReadPage | null> {
  const page = await readCheckedPage(checked)
  if (!('code' in page)) return page
  tally.say(page)
  return null
}

function pageTarget(
  { source, date, edition }: CheckedIssue,
  { scope, page }: { scope: RunScope; page: ReadPage },
): PageTarget {
  return { scope, source, date, edition, page }
}

const joinScope = ({ publication, run, runExists }: RunScope, issue: string): JoinScope => ({
  ...{ issue, publication: publication.id, run, runExists },
})

function wrote(scope: RunScope, { change }: WrittenPage): void {
  if (change.status === 'unchanged') return
  scope.runExists = true
  scope.publicationExists = true
}

async function report(
  { tally, listener }: Running,
  { page, issue, written }: { page: ReadPage; issue: CheckedIssue; written: WrittenPage },
): Promise<void> {
  const { date, edition } = issue
  const said = { page, date, edition, change: written.change }
  tally.add(said)
  await listener.onPage?.(said)
}

function advance(running: Running): void {
  running.done += 1
  running.listener.onProgress?.({ phase: 'write', done: running.done, total: running.total })
}

function sayJumps({ tally }: Running, scope: RunScope, { joined, open, usedRun }: JoinedJumps): void {
  scope.runExists ||= usedRun
  tally.counts.jumpsJoined += joined.length
  tally.counts.jumpsOpen += open.length
  for (const found of [...joined, ...open]) tally.say(found)
}
