import { applyArticles } from './applyPage.ts'
import type { RunRow, StoreRows } from './storePort.ts'
import type { IssueSource, PageChange, PublicationName, ReadPage } from './types.ts'

/** What a run writes under; its rows are made with the first page that has something to write. */
export interface RunScope {
  run: RunRow
  publication: PublicationName & { id: string; slug: string }
  /** Already in the database. */
  runExists: boolean
  publicationExists: boolean
}

export interface PageTarget {
  scope: RunScope
  source: IssueSource
  date: string
  edition: string
  page: ReadPage
}

export interface WrittenPage {
  change: PageChange
  issue: string
}

/**
 * Writes one page in the caller's transaction: what is missing above it, its transcript, its articles. A page whose
 * text is the current one is left alone entirely.
 */
export async function writePage(rows: StoreRows, target: PageTarget): Promise<WrittenPage> {
  const { scope, source, date, edition, page } = target
  const key = { publication: scope.publication.id, date, edition }
  const known = scope.publicationExists ? await rows.findIssue(key) : null
  const foundPage = known ? await rows.findPage(known, page.number) : null
  const current = foundPage ? await rows.currentTranscript(foundPage.id) : null
  if (known && current?.sha256 === page.sha256) return { change: unchanged(), issue: known }

  if (!scope.publicationExists) await rows.insertPublication(scope.publication)
  if (!scope.runExists) await rows.insertRun(scope.run)
  const issue = known ?? (await rows.insertIssue(key, source))
  const { number, name, sha256, text } = page
  const pageId = foundPage?.id ?? (await rows.insertPage({ issue, number, name }))
  // The same text may have been current before, or have been taken back.
  const again = foundPage ? await rows.findTranscript(pageId, sha256) : null
  const earlier = current ?? again
  const transcript = again?.id ?? rows.newId()
  const row = {
    ...{ fileName: page.file.name, publication: scope.publication.id, issue, page: pageId },
    ...{ importRun: scope.run.id, sha256, encoding: page.encoding, text },
    ...{ lineCount: text.split('\n').length, current: true },
  }
  const change = await applyArticles(rows, {
    ...{ run: scope.run.id, publication: scope.publication.id, issue, page: pageId, number },
    ...{ file: page.file.name, transcript, text, articles: page.reading.articles, earlier },
    saveTranscript: async (articles) => {
      const provenance = {
        ...{ articles, madePage: !foundPage, madeIssue: !known, replaced: current?.id ?? null },
        sourceSha256: page.sourceSha256,
      }
      if (current) await rows.updateTranscript(current.id, { current: false })
      if (again) await rows.updateTranscript(transcript, { ...row, provenance })
      else await rows.insertTranscript({ id: transcript, ...row, provenance })
    },
  })
  return { change: { status: current ? 'changed' : 'new', ...change }, issue }
}

function unchanged(): PageChange {
  return { status: 'unchanged', created: 0, updated: 0, removed: 0, kept: 0, diagnostics: [] }
}
