import { dayOf } from '../core/days.ts'
import { idOf } from '../core/ids.ts'
import { articleTitle } from '../core/text/articleTitle.ts'
import { correctionNotice } from '../core/text/correctionNotice.ts'
import { lexicalBody } from '../core/text/lexicalBody.ts'
import { newId } from '../database/newId.ts'
import type { Slugs } from '../options.ts'
import type { ArticleRow } from './currentText.ts'
import type { Execution } from './executePlan.ts'
import { openSlip } from './openSlip.ts'
import { rowsOf, type Rows } from './rows.ts'

/** Where readers saw an article: its issue's day, its page's number. */
interface Printed {
  date: string
  page: string
}

/**
 * 更正启事: what the next issue owes its readers when a printed article was wrong (《报纸出版管理规定》, a correction runs
 * in the next issue at the equivalent position). A draft of its own, with nobody's text in it but the note that was
 * judged with the correction; it names the article it corrects, under the headline that readers saw, and the page where that stood.
 */
export async function openCorrectionNotice({ slugs, req, plan, slip, article }: Execution): Promise<void> {
  const { correction, publication } = slip
  if (correction?.kind !== 'correction') return
  const rows = rowsOf(req)
  const printed = await printedAt({ slugs, rows, article: article.id })
  const seen = await rows.one(slugs.articles, { id: { equals: article.id } })
  const { headline, text: said } = correctionNotice({
    language: await languageOf({ slugs, rows, publication }),
    ...{ headline: textOf(seen?.headline), printed, note: correction.note ?? '' },
  })
  const text = { headline, column: headline, body: lexicalBody([{ kind: 'paragraph', text: said }]) }
  const { at, actorId } = plan.event
  const stamps = { createdAt: at, updatedAt: at }
  const row = {
    ...{ id: newId(), slip: newId(), publication, title: articleTitle(text), _status: 'draft' },
    ...{ ...text, corrects: article.id, correctsPage: printed?.page ?? null },
  }
  await openSlip({
    ...{ slugs, req, slip: row.slip, article: row as unknown as ArticleRow, doubts: [], now: at },
    ...{ creator: null, by: actorId, details: { corrects: article.id } },
  })
  // The adapter takes its data apart: each table gets a copy of its own.
  await rows.insert(slugs.articles, structuredClone({ ...row, ...stamps }))
  const { id, ...version } = row
  await req.payload.db.createVersion({
    ...{ collectionSlug: slugs.articles, parent: id, versionData: { ...version, ...stamps } as never },
    ...{ autosave: false, ...stamps, req, returning: false },
  })
}

async function printedAt(where: { slugs: Slugs; rows: Rows; article: string }): Promise<Printed | null> {
  const { slugs, rows, article } = where
  const [placement] = await rows.all(
    slugs.placements,
    { and: [{ article: { equals: article } }, { public: { equals: true } }, { jump: { not_equals: 'in' } }] },
    'order',
  )
  if (!placement) return null
  const page = await rows.one(slugs.pages, { id: { equals: idOf(placement.page) } })
  const issue = await rows.one(slugs.issues, { id: { equals: idOf(placement.issue) } })
  const date = dayOf(issue?.date)
  return page && date ? { date, page: String(page.number) } : null
}

async function languageOf(where: { slugs: Slugs; rows: Rows; publication: string }): Promise<string> {
  const row = await where.rows.one(where.slugs.publications, { id: { equals: where.publication } })
  return typeof row?.language === 'string' ? row.language : 'zh'
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
