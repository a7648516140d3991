import type { PayloadRequest, Where } from 'payload'

import {
  decideIssue,
  decidePage,
  unpublishedStages,
  type DeskEvent,
  type Dropped,
} from '../../core/issue/index.ts'
import type { WorkflowEvent } from '../../core/workflow/index.ts'
import type { Slugs } from '../../options.ts'
import { rowsOf } from '../rows.ts'
import type { SlipRow } from '../slipRow.ts'
import { readIssueRow, readPageRow, readPlacementRow, type IssueRow, type PageRow } from './deskRows.ts'
import { loadIssue } from './loadIssue.ts'
import { advanceIssue, changePage, type IssueHead } from './writeDesk.ts'

/** A change of an article that a signature does not cover any more. */
export interface Change {
  slugs: Slugs
  req: PayloadRequest
  slip: Pick<SlipRow, 'article'>
  /** The move of an article or page, or the operation, that it is. */
  cause: Pick<WorkflowEvent, 'actorId' | 'reason' | 'at'> & { transition: string }
}

/** A change of what stands on these pages. */
export interface PageChange extends Pick<Change, 'slugs' | 'req' | 'cause'> {
  pages: readonly string[]
}

/**
 * Every page that the article stands on, in issues that readers do not see yet, has changed: its signature is dropped, and
 * with it the issue's, in the transaction of the change, with the reason. Pages without a signature count the change, so
 * that nobody can sign at the same moment what is just being changed.
 */
export async function dropSignatures(change: Change): Promise<void> {
  const { slip } = change
  for (const place of await unpublishedPlaces(change))
    await dropAt({ ...change, article: slip.article }, place)
}

/** The same where the layout of pages changed by other hands than the board's: an import that reads a page anew. */
export async function dropSignaturesOf(change: PageChange): Promise<void> {
  const { slugs, req, pages: ids } = change
  if (ids.length === 0) return
  const rows = rowsOf(req)
  const pages = (await rows.all(slugs.pages, { id: { in: [...ids] } })).map(readPageRow)
  const issues = await unpublishedIssues(
    change,
    pages.map(({ issue }) => issue),
  )
  for (const issue of issues) {
    const here = pages.filter((page) => page.issue === issue.id)
    await dropAt({ ...change, article: null }, { issue, pages: here })
  }
}

async function dropAt(
  dropping: Pick<Change, 'slugs' | 'req' | 'cause'> & { article: string | null },
  { issue, pages }: Place,
): Promise<void> {
  const { slugs, req, article } = dropping
  const signed = pages.filter(({ stage }) => stage === 'signed')
  for (const page of pages) if (page.stage !== 'signed') await changePage({ slugs, req }, { page })
  if (signed.length === 0) return
  let head: IssueHead = issue
  for (const page of signed) head = await dropPage(dropping, { issue: head, page, stage: issue.stage })
  await dropIssue(dropping, { issue: issue.id, page: signed[0]!.id, article })
}

/** Takes an article off the pages of every issue that readers do not see yet; the text is untouched. */
export async function unplaceEverywhere(change: Change): Promise<void> {
  const { slugs, req, slip, cause } = change
  for (const { issue, pages } of await unpublishedPlaces(change)) {
    const where: Where = {
      and: [{ article: { equals: slip.article } }, { page: { in: pages.map(({ id }) => id) } }],
    }
    await req.payload.db.deleteMany({ collection: slugs.placements, where, req })
    await advanceIssue(
      { slugs, req },
      {
        issue,
        event: eventOf(cause, {
          transition: 'unplace',
          details: {
            article: slip.article,
            pages: pages.map(({ id }) => id).join(' '),
            cause: cause.transition,
          },
        }),
      },
    )
  }
}

/** The signature of a signed or scheduled issue is gone because one of its pages' is. */
export async function dropIssue(
  { slugs, req, cause }: Pick<Change, 'slugs' | 'req' | 'cause'>,
  dropped: { issue: string; page: string | null; article: string | null },
): Promise<void> {
  const loaded = await loadIssue({ slugs, req, id: dropped.issue })
  if (!loaded || !['signed', 'scheduled'].includes(loaded.facts.stage)) return
  const decision = decideIssue({
    ...{ transition: 'drop', bySystem: true, now: cause.at },
    ...{ actor: { id: cause.actorId, roles: [], publications: [] } },
    question: { issue: loaded.facts, items: null },
    input: { rev: loaded.facts.rev, ...causeOf(cause, dropped.article) },
  })
  if (!decision.allowed) throw new Error(`Issue ${dropped.issue} cannot lose its signature`)
  const { change, event } = decision.plan
  const details = { ...event.details, page: dropped.page, article: dropped.article, cause: cause.transition }
  await advanceIssue({ slugs, req }, { issue: loaded.row, change, event: { ...event, details } })
}

async function dropPage(
  { slugs, req, article, cause }: Parameters<typeof dropAt>[0],
  { issue, page, stage }: { issue: IssueHead; page: PageRow; stage: IssueRow['stage'] },
): Promise<IssueHead> {
  const decision = decidePage({
    ...{ transition: 'drop', bySystem: true, now: cause.at },
    ...{ actor: { id: cause.actorId, roles: [], publications: [] } },
    question: {
      page: { ...page, placed: [], hash: page.signature ?? '' },
      issue: { id: issue.id, publication: issue.publication, stage },
    },
    input: { rev: page.rev, ...causeOf(cause, article) },
  })
  if (!decision.allowed) throw new Error(`Page ${page.id} cannot lose its signature`)
  await changePage({ slugs, req }, { page, change: decision.plan.change })
  const event = decision.plan.event
  const details = { page: page.id, number: page.number, article, cause: cause.transition }
  return advanceIssue({ slugs, req }, { issue, event: { ...event, transition: 'dropPage', details } })
}

/** What a dropped signature says of itself; only our own code passes it to the engine. */
function causeOf(
  { transition, reason }: Change['cause'],
  article: Dropped['article'],
): { reason?: string; cause: string; article: Dropped['article'] } {
  return { ...(reason ? { reason } : {}), cause: transition, article }
}

/**
 * Whether an article stands on a signed page or in a signed issue, of those that readers do not see yet; and whether of those
 * that they saw none is left but withdrawn ones.
 */
export async function signedPlaces(
  place: Pick<Change, 'slugs' | 'req' | 'slip'>,
): Promise<{ onSignedPage: boolean; inSignedIssue: boolean; inWithdrawnIssue: boolean }> {
  const places = await unpublishedPlaces(place)
  return {
    onSignedPage: places.some(({ pages }) => pages.some(({ stage }) => stage === 'signed')),
    inSignedIssue: places.some(({ issue }) => issue.stage === 'signed' || issue.stage === 'scheduled'),
    inWithdrawnIssue: await inWithdrawnIssue(place),
  }
}

/** Only what readers saw and can see no more can be where no issue shows it: every other article is not asked about. */
async function inWithdrawnIssue({
  slugs,
  req,
  slip,
}: Pick<Change, 'slugs' | 'req'> & { slip: Pick<SlipRow, 'article'> & Partial<SlipRow> }): Promise<boolean> {
  if (slip.live !== false || !slip.publishedAt) return false
  const rows = rowsOf(req)
  const placements = (await rows.all(slugs.placements, { article: { equals: slip.article } })).map(
    readPlacementRow,
  )
  const issues = await rows.all(slugs.issues, { id: { in: placements.map(({ issue }) => issue) } })
  const stages = issues.map(({ stage }) => stage)
  return stages.includes('withdrawn') && !stages.includes('published')
}

interface Place {
  issue: IssueRow
  pages: PageRow[]
}

/** The pages an article stands on, by issue, where readers do not see the issue yet. */
async function unpublishedPlaces({
  slugs,
  req,
  slip,
}: Pick<Change, 'slugs' | 'req' | 'slip'>): Promise<Place[]> {
  const rows = rowsOf(req)
  const placements = (await rows.all(slugs.placements, { article: { equals: slip.article } })).map(
    readPlacementRow,
  )
  if (placements.length === 0) return []
  const issues = await unpublishedIssues(
    { slugs, req },
    placements.map(({ issue }) => issue),
  )
  if (issues.length === 0) return []
  const pages = (await rows.all(slugs.pages, { id: { in: placements.map(({ page }) => page) } })).map(
    readPageRow,
  )
  return issues.map((issue) => ({
    issue,
    pages: pages.filter((page) => page.issue === issue.id),
  }))
}

async function unpublishedIssues(
  { slugs, req }: Pick<Change, 'slugs' | 'req'>,
  ids: readonly string[],
): Promise<IssueRow[]> {
  const issues = await rowsOf(req).all(slugs.issues, {
    and: [{ id: { in: [...new Set(ids)] } }, { stage: { in: [...unpublishedStages] } }],
  })
  return issues.map(readIssueRow)
}

function eventOf(
  { actorId, at, reason }: Change['cause'],
  { transition, details }: Pick<DeskEvent, 'transition' | 'details'>,
): Omit<DeskEvent, 'rev'> {
  return { transition, phase: 'done', from: null, to: null, actorId, reason, details, at }
}
