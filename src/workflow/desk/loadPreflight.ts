import { idOf } from '../../core/ids.ts'
import {
  preflight,
  type CheckedArticle,
  type PreflightFacts,
  type PreflightItem,
} from '../../core/issue/index.ts'
import { articleTitle } from '../../core/text/articleTitle.ts'
import { canonicalContent, checkText } from '../../core/text/index.ts'
import type { ArticleFacts, ReviewRecord } from '../../core/workflow/index.ts'
import { sha256 } from '../../database/sha256.ts'
import { correctionsDue } from '../correctionsDue.ts'
import { approvable, draftsOf, type ArticleRow } from '../currentText.ts'
import { rowsOf } from '../rows.ts'
import { readSlip, type SlipRow } from '../slipRow.ts'
import { readRecord } from '../trail.ts'
import { mediaOf, type IssueKey, type LoadedIssue } from './loadIssue.ts'

/** Preflight of a loaded issue, and what it was made from. */
export interface Checked {
  items: PreflightItem[]
  articles: readonly CheckedArticle[]
}

/**
 * 付印前检查 of an issue as it is now, in the request's transaction. Texts are looked at as they stand, not as their slips say.
 * @param when.publishTime when it is to appear; null while nobody has said
 */
export async function loadPreflight(
  key: IssueKey,
  loaded: LoadedIssue,
  when: { publishTime: string | null; now: string },
): Promise<Checked> {
  const articles = await checkedArticles(key, loaded)
  const facts: PreflightFacts = {
    ...{ issue: loaded.facts, articles, ...when },
    numberTaken: await isNumberTaken(key, loaded),
    media: await mediaOwners(key, articles),
    unplaced: await unplacedArticles(key, loaded),
    correctionsDue: await dueNotices(key, loaded),
  }
  return { items: preflight(facts, { sha256 }), articles }
}

/** The placed articles as the rule book sees them. */
export async function checkedArticles(
  { slugs, req }: IssueKey,
  loaded: LoadedIssue,
): Promise<CheckedArticle[]> {
  const ids = [...loaded.slips.keys()]
  const records = new Map<string, ReviewRecord[]>()
  for (const row of await rowsOf(req).all(slugs.reviewRecords, { article: { in: ids } }, 'rev')) {
    const record = readRecord(row)
    records.set(record.article, [...(records.get(record.article) ?? []), record])
  }
  return [...loaded.slips.values()].flatMap((slip) => {
    const draft = loaded.drafts.get(slip.article)
    if (!draft) return []
    const headline = textOf(draft.headline)
    const facts = articleFacts({ slip, draft, records: records.get(slip.article) ?? [], loaded })
    return [{ id: slip.article, headline, title: articleTitle(draft), facts, media: mediaOf(draft) }]
  })
}

/** The facts that publishing and preflight ask for: who edited what is not among them. */
function articleFacts({
  slip,
  draft,
  records,
  loaded,
}: {
  slip: SlipRow
  draft: ArticleRow
  records: readonly ReviewRecord[]
  loaded: LoadedIssue
}): ArticleFacts {
  return {
    ...{ publication: slip.publication, profile: loaded.publication.profile, creator: slip.creator, records },
    slip: { ...slip, contentHash: approvable(draft).hash },
    content: { ...checkText(canonicalContent(draft), draft), fieldErrors: [] },
    ...{ bylineUsers: [], edits: [], change: null, publicHash: slip.publicHash },
    ...{ onSignedPage: false, inSignedIssue: false, inWithdrawnIssue: false },
  }
}

/** What the paper owes its readers since a correction, and nobody has placed. */
async function dueNotices(
  { slugs, req }: IssueKey,
  { row }: LoadedIssue,
): Promise<PreflightFacts['correctionsDue']> {
  const due = await correctionsDue({ slugs, req, publication: row.publication })
  return due.map(({ id, headline, page }) => ({ id, title: headline ?? '—', page }))
}

async function isNumberTaken({ slugs, req, id }: IssueKey, { row }: LoadedIssue): Promise<boolean> {
  if (row.number === null) return false
  const others = await rowsOf(req).all(slugs.issues, {
    and: [
      { publication: { equals: row.publication } },
      { number: { equals: row.number } },
      { id: { not_equals: id } },
    ],
  })
  // Early and late editions of a day share its number.
  return others.some(({ date }) => String(date ?? '').slice(0, 10) !== row.date)
}

async function mediaOwners(
  { slugs, req }: IssueKey,
  articles: readonly CheckedArticle[],
): Promise<Map<string, string | null>> {
  const ids = [...new Set(articles.flatMap(({ media }) => media))].filter((id) => id !== '')
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(req).all(slugs.media, { id: { in: ids } })
  return new Map(rows.map((row) => [String(row.id), idOf(row.publication)]))
}

async function unplacedArticles(
  { slugs, req }: IssueKey,
  { row }: LoadedIssue,
): Promise<PreflightFacts['unplaced']> {
  const rows = rowsOf(req)
  const ready = (
    await rows.all(slugs.reviewSlips, {
      and: [
        { publication: { equals: row.publication } },
        { stage: { equals: 'ready' } },
        { live: { not_equals: true } },
      ],
    })
  ).map(readSlip)
  const ids = ready.map(({ article }) => article)
  if (ids.length === 0) return []
  const placed = new Set(
    (await rows.all(slugs.placements, { article: { in: ids } })).map(({ article }) => idOf(article)),
  )
  const drafts = await draftsOf({ slugs, req, ids: ids.filter((id) => !placed.has(id)) })
  return drafts.map((draft) => ({ id: draft.id, title: articleTitle(draft) }))
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
