import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import { readPage } from '../core/transcript/index.ts'
import { applyArticles } from './applyPage.ts'
import type { ImportStore, StoreRows, TranscriptRow } from './storePort.ts'

export interface RolledBack {
  run: string
  pages: number
  removed: number
  restored: number
  /** Articles that stay because a person has worked on them, or they were published. */
  kept: number
  diagnostics: Diagnostic[]
}

/**
 * Takes an import run back, page by page: its articles go, pages get back the articles of the transcript before,
 * authors and pages that nothing names any more go too. What a person has worked on stays, and is said.
 * @returns null when there is no such run
 */
export async function rollBackRun(store: ImportStore, run: string): Promise<RolledBack | null> {
  const found = await store.transaction((rows) => rows.findRun(run))
  if (!found) return null
  const result: RolledBack = { run, pages: 0, removed: 0, restored: 0, kept: 0, diagnostics: [] }
  const transcripts = await store.transaction((rows) => rows.transcriptsOfRun(run))
  for (const id of transcripts) {
    const change = await store.transaction((rows) => retract(rows, id))
    result.pages += change.taken
    result.removed += change.removed
    result.restored += change.updated + change.created
    result.kept += change.kept
    result.diagnostics.push(...change.diagnostics)
  }
  const whole = result.diagnostics.length === 0
  await store.transaction((rows) => rows.updateRun(run, { status: whole ? 'rolledBack' : 'partial' }))
  return result
}

const nothing = { taken: 0, created: 0, updated: 0, removed: 0, kept: 0, diagnostics: [] as Diagnostic[] }

async function retract(rows: StoreRows, id: string): Promise<typeof nothing> {
  const transcript = await rows.transcript(id)
  if (!transcript) return nothing
  const { fileName: file, page, provenance } = transcript
  if (provenance.takenBack) return nothing
  if (!transcript.current) {
    return { ...nothing, diagnostics: [diagnostic('run.changedSince', { file }, { file })] }
  }
  const before = provenance.replaced ? await rows.transcript(provenance.replaced) : null
  const numbers = await rows.pageNumbers([page])
  const number = numbers.get(page) ?? ''
  const reading = before ? readPage(before.text, { page: number }) : null
  const change = await applyArticles(rows, {
    ...{ run: before?.importRun ?? transcript.importRun ?? '', publication: transcript.publication },
    ...{ issue: transcript.issue, page, number, file: before?.fileName ?? file },
    ...{ transcript: before?.id ?? id, text: before?.text ?? '', articles: reading?.articles ?? [] },
    earlier: transcript,
    saveTranscript: async (articles) => {
      await rows.updateTranscript(id, { current: false })
      if (!before) return
      await rows.updateTranscript(before.id, {
        current: true,
        provenance: { ...before.provenance, articles },
      })
    },
  })
  await removeTranscript(rows, { transcript, before })
  const kept = change.diagnostics.map((found) =>
    found.code === 'article.sourceGone' ? diagnostic('run.articleKept', found.params, { file }) : found,
  )
  return { taken: 1, ...change, diagnostics: kept }
}

/**
 * A transcript goes, with the page it was alone on, unless something spared still comes from it, or it is what the
 * page was read from before the one that is current again. Kept, it names only what is still there.
 */
async function removeTranscript(
  rows: StoreRows,
  { transcript, before }: { transcript: TranscriptRow; before: TranscriptRow | null },
): Promise<void> {
  const { id, page, issue, provenance } = transcript
  const stored = await rows.articles(provenance.articles.map(({ article }) => article))
  const needed = before ? before.provenance.replaced === id : stored.size > 0
  if (needed || (await rows.transcriptHasPlacements(id))) {
    const articles = provenance.articles.filter(({ article }) => stored.has(article))
    await rows.updateTranscript(id, { provenance: { ...provenance, articles, takenBack: true } })
    return
  }
  await rows.deleteTranscript(id)
  await rows.removeIfEmpty({
    ...(provenance.madePage ? { page } : {}),
    ...(provenance.madeIssue ? { issue } : {}),
  })
}
