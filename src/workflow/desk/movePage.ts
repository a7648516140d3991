import {
  decidePage,
  type AnyBlocker,
  type DeskRequest,
  type PageFacts,
  type PagePlan,
} from '../../core/issue/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { again } from '../lostRace.ts'
import { rowsOf } from '../rows.ts'
import { readPageRow } from './deskRows.ts'
import { dropIssue } from './dropSignatures.ts'
import { loadIssue, type IssueKey, type LoadedIssue } from './loadIssue.ts'
import { advanceIssue, changePage } from './writeDesk.ts'

/** A page, with the issue it belongs to. */
export interface LoadedPage {
  page: PageFacts
  loaded: LoadedIssue
}

/** Loads a page with its issue; null when there is none. `key.id` is the page's. */
export async function loadPage(key: IssueKey): Promise<LoadedPage | null> {
  const found = await rowsOf(key.req).one(key.slugs.pages, { id: { equals: key.id } })
  if (!found) return null
  const loaded = await loadIssue({ ...key, id: readPageRow(found).issue })
  const page = loaded?.facts.pages.find(({ id }) => id === key.id)
  return loaded && page ? { loaded, page } : null
}

/** A move of a page that was made, or every reason why not. `missing`: no such page. */
export type PageMoved =
  | { outcome: 'moved'; plan: PagePlan; page: PageFacts }
  | { outcome: 'refused'; blockers: AnyBlocker[]; page: PageFacts }
  | { outcome: 'missing' }

/** Makes one move of a page in one transaction: load, decide, compare-and-set, event; and the issue loses what it stood on. */
export async function movePage(move: IssueKey & DeskRequest & { transition: string }): Promise<PageMoved> {
  return again(() => inTransaction(move.req, () => moveOnce(move)))
}

async function moveOnce(move: Parameters<typeof movePage>[0]): Promise<PageMoved> {
  const { slugs, req } = move
  const found = await loadPage(move)
  if (!found) return { outcome: 'missing' }
  const { page, loaded } = found
  const decision = decidePage({ ...move, question: { page, issue: loaded.facts } })
  if (!decision.allowed) return { outcome: 'refused', blockers: decision.blockers, page }
  const { plan } = decision
  await changePage({ slugs, req }, { page, change: plan.change })
  const { event } = plan
  await advanceIssue(
    { slugs, req },
    {
      issue: loaded.row,
      event: {
        ...event,
        transition: `${event.transition}Page`,
        details: { ...event.details, page: page.id, number: page.number },
      },
    },
  )
  if (plan.orders.includes('dropIssue')) {
    const cause = {
      transition: `${event.transition}Page`,
      actorId: event.actorId,
      at: event.at,
      reason: event.reason,
    }
    await dropIssue({ slugs, req, cause }, { issue: loaded.row.id, page: page.id, article: null })
  }
  return { outcome: 'moved', plan, page: { ...page, ...plan.change } }
}
