import {
  issueStages,
  issueWork,
  type IssueStage,
  type IssueWork,
  type PageStage,
} from '../../core/issue/index.ts'
import type { PayloadRequest } from 'payload'

import { dayOf } from '../../core/days.ts'
import { idOf } from '../../core/ids.ts'
import { optionsOf } from '../../options.ts'
import { viewerOf } from '../issueWork/viewer.ts'

/** An issue in the list of those under way. */
export interface IssueUnderWay {
  id: string
  title: string
  /** YYYY-MM-DD. */
  date: string | null
  stage: string
  publishAt: string | null
  publishedAt: string | null
  pages: number
  /** Pages that are signed. */
  signed: number
  plannedPages: number | null
  /** What in it waits for the person who looks. */
  forMe: IssueWork
}

/** How many are read of each kind; more are in the collection's own list. */
const limit = 30

/** The issues that this person may see: those under way, the earliest first, and the latest that have appeared. */
export async function readIssues(
  req: PayloadRequest,
): Promise<{ underWay: IssueUnderWay[]; published: IssueUnderWay[] }> {
  const { slugs } = optionsOf(req.payload)
  const done = ['published', 'withdrawn']
  const find = async (where: object, options: { sort: string; limit: number }) => {
    const { docs } = await req.payload.find({
      collection: slugs.issues,
      where: where as never,
      ...{ depth: 0, overrideAccess: false, req, ...options },
    })
    return docs as unknown as Record<string, unknown>[]
  }
  // Named, not excluded: an index finds the few that are under way.
  const open = issueStages.filter((stage) => !done.includes(stage))
  const underWay = await find({ stage: { in: open } }, { sort: 'date', limit })
  const published = await find({ stage: { in: done } }, { sort: '-date', limit: 8 })
  const ids = [...underWay, ...published].map(({ id }) => String(id))
  const { docs: pages } = await req.payload.find({
    collection: slugs.pages,
    where: { issue: { in: ids } },
    ...{ depth: 0, limit: 0, pagination: false, overrideAccess: false, req },
    select: { issue: true, stage: true, layoutBy: true },
  })
  const viewer = viewerOf(req)
  const forMe = (stage: string | null, own: readonly Record<string, unknown>[]): IssueWork => {
    if (!viewer || !stage) return { issue: [], pages: [] }
    const pages = own.map((page) => ({
      stage: page.stage as PageStage,
      layoutBy: Array.isArray(page.layoutBy) ? (page.layoutBy as string[]) : [],
    }))
    return issueWork(viewer, { stage: stage as IssueStage, pages })
  }
  const listed = (row: Record<string, unknown>): IssueUnderWay => {
    const own = (pages as unknown as Record<string, unknown>[]).filter(({ issue }) => idOf(issue) === row.id)
    const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
    return {
      id: String(row.id),
      title: text('title') ?? '',
      date: dayOf(row.date),
      stage: text('stage') ?? '',
      publishAt: text('publishAt'),
      publishedAt: text('publishedAt'),
      pages: own.length,
      signed: own.filter(({ stage }) => stage === 'signed').length,
      forMe: forMe(text('stage'), own),
      plannedPages: typeof row.plannedPages === 'number' ? row.plannedPages : null,
    }
  }
  return { underWay: underWay.map(listed), published: published.map(listed) }
}
