import type { PayloadRequest } from 'payload'

import { idOf } from '../../core/ids.ts'
import {
  decideLayout,
  type AnyBlocker,
  type LayoutOp,
  type LayoutWrite,
  type PlaceableArticle,
} from '../../core/issue/index.ts'
import { blocker, type Actor } from '../../core/workflow/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { newId } from '../../database/newId.ts'
import type { Slugs } from '../../options.ts'
import { again } from '../lostRace.ts'
import { rowsOf } from '../rows.ts'
import { readSlip } from '../slipRow.ts'
import { readEvent } from '../trail.ts'
import { loadIssue, type IssueKey, type LoadedIssue } from './loadIssue.ts'
import { advanceIssue, changePage } from './writeDesk.ts'

export interface Layout extends IssueKey {
  actor: Actor
  /** The issue's rev that the client showed. */
  rev: number | undefined
  op: LayoutOp
  /** ISO 8601 in UTC. */
  now: string
}

/** The layout was changed, or every reason why not. `missing`: no such issue. */
export type LaidOut =
  { outcome: 'done' } | { outcome: 'refused'; blockers: AnyBlocker[]; rev: number } | { outcome: 'missing' }

/**
 * Changes an issue's layout in one transaction: load, decide, compare-and-set on the issue, write, event. A stale rev is
 * refused only where somebody has changed the same pages, or the issue's stage, since: two page editors on different
 * pages do not stand in each other's way.
 */
export async function layOut(layout: Layout): Promise<LaidOut> {
  return again(() => inTransaction(layout.req, () => layOutOnce(layout)))
}

async function layOutOnce(layout: Layout): Promise<LaidOut> {
  const { slugs, req, actor, op, now } = layout
  const loaded = await loadIssue(layout)
  if (!loaded) return { outcome: 'missing' }
  const { facts, row } = loaded
  const refused = (blockers: AnyBlocker[]): LaidOut => ({ outcome: 'refused', blockers, rev: row.rev })
  const decision = decideLayout({
    ...{ actor, issue: facts, op },
    ...(op.op === 'place' ? { article: await placeableArticle(layout, op.article) } : {}),
    ...(op.op === 'removePage' ? { hasSource: await hasSource(layout, op.page) } : {}),
  })
  const stale = await staleness(layout, { loaded, pages: decision.allowed ? decision.pages : [] })
  if (!decision.allowed) return refused([...decision.blockers, ...stale])
  if (stale.length > 0) return refused(stale)

  const touched = facts.pages.filter(({ id }) => decision.pages.includes(id))
  const gone = op.op === 'removePage' ? op.page : null
  for (const page of touched) {
    if (page.id === gone) continue
    const layoutBy = [...new Set([...page.layoutBy, actor.id])]
    await changePage({ slugs, req }, { page, change: { layoutBy } })
  }
  for (const write of decision.writes) await carryOut({ slugs, req, loaded }, write)
  await advanceIssue(
    { slugs, req },
    {
      issue: row,
      event: {
        ...{
          transition: op.op,
          phase: 'done',
          from: null,
          to: null,
          actorId: actor.id,
          reason: null,
          at: now,
        },
        details: { ...decision.details, pages: decision.pages.join(' ') },
      },
    },
  )
  return { outcome: 'done' }
}

/** Whether what the client showed has meanwhile become something else, as far as this operation goes. */
async function staleness(
  { slugs, req, id, rev, op }: Layout,
  { loaded, pages }: { loaded: LoadedIssue; pages: readonly string[] },
): Promise<AnyBlocker[]> {
  if (rev === undefined) return [blocker('rev.missing')]
  const { row } = loaded
  if (rev === row.rev) return []
  const stale = [blocker('rev.stale', { rev: row.rev, shown: rev })]
  if (rev > row.rev) return stale
  const events = await rowsOf(req).all(slugs.workflowEvents, {
    and: [{ subject: { equals: id } }, { rev: { greater_than: rev } }],
  })
  const disturbs = events.map(readEvent).some(({ details, from, to, transition }) => {
    const touched = `${String(details.pages ?? '')} ${String(details.page ?? '')}`.split(' ')
    if (pages.some((page) => touched.includes(page))) return true
    // A stage of the issue, not of one of its pages.
    if (from !== to && !transition.endsWith('Page')) return true
    return op.op === 'addPage' && ['addPage', 'renumberPage', 'removePage'].includes(transition)
  })
  return disturbs ? stale : []
}

async function placeableArticle({ slugs, req }: Layout, article: string): Promise<PlaceableArticle | null> {
  const found = await rowsOf(req).one(slugs.reviewSlips, { article: { equals: article } })
  if (!found) return null
  const { publication, stage } = readSlip(found)
  return { id: article, publication, stage }
}

async function hasSource({ slugs, req }: Layout, page: string): Promise<boolean> {
  return (await rowsOf(req).one(slugs.transcripts, { page: { equals: page } })) !== null
}

async function carryOut(
  { slugs, req, loaded }: { slugs: Slugs; req: PayloadRequest; loaded: LoadedIssue },
  write: LayoutWrite,
): Promise<void> {
  const rows = rowsOf(req)
  const { db } = req.payload
  const issue = loaded.row.id
  switch (write.write) {
    case 'insertPlacement': {
      const { article, page, order, jump, jumpPage } = write
      return rows.insert(slugs.placements, {
        ...{ id: newId(), article, page, issue, order, jump, jumpPage, public: false },
      })
    }
    case 'updatePlacement':
      await db.updateOne({
        collection: slugs.placements,
        id: write.id,
        data: write.data,
        req,
        returning: false,
      })
      return
    case 'deletePlacement':
      return db.deleteMany({ collection: slugs.placements, where: { id: { equals: write.id } }, req })
    case 'insertPage': {
      const { number, name, sequence } = write
      return rows.insert(slugs.pages, {
        ...{ id: newId(), issue, number, name, sequence, title: titleOf(number, name) },
        ...{ stage: 'makeup', rev: 1, public: false, layoutBy: [] },
      })
    }
    case 'updatePage': {
      const page = loaded.facts.pages.find(({ id }) => id === write.id)
      const named = { number: page?.number ?? '', name: page?.name ?? null, ...write.data }
      const data = { ...write.data, title: titleOf(named.number, named.name) }
      await db.updateOne({ collection: slugs.pages, id: write.id, data, req, returning: false })
      return
    }
    case 'deletePage':
      return db.deleteMany({ collection: slugs.pages, where: { id: { equals: write.id } }, req })
  }
}

/** A page's name in lists, as the pages' own hook gives it. */
function titleOf(number: string, name: string | null): string {
  return [`第${number}版`, name].filter(Boolean).join(' ')
}

/** The publication that an issue belongs to; null when there is no such issue. */
export async function publicationOfIssue({ slugs, req, id }: IssueKey): Promise<string | null> {
  const found = await rowsOf(req).one(slugs.issues, { id: { equals: id } })
  return found ? idOf(found.publication) : null
}
