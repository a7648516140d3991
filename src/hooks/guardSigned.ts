import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { actorOf } from '../access/staff.ts'
import { idOf } from '../core/ids.ts'
import { openStages } from '../core/issue/index.ts'
import type { Slugs } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'

type Row = Record<string, unknown> & { id: string }

interface Guard {
  beforeChange: CollectionBeforeChangeHook
  beforeDelete: CollectionBeforeDeleteHook
}

/** What of a page its signature covers beside what stands on it. */
const covered = ['number', 'name', 'sequence'] as const

/**
 * An issue that is signed, or that readers see, stays as it is: its date, number and edition are what was signed. Every change
 * counts in its `rev`, so that nobody decides on what has just been changed.
 */
export function guardSignedIssue(): Guard {
  return {
    beforeChange: ({ data, operation, originalDoc, req }) => {
      if (operation !== 'update') return data
      refuseFrozen(req, originalDoc as Row)
      return { ...data, rev: Number(originalDoc?.rev ?? 1) + 1 }
    },
    beforeDelete: async ({ collection, id, req }) => {
      const row = await rowOf(req, { collection: collection.slug, id })
      if (row) refuseFrozen(req, row)
    },
  }
}

/**
 * A signed page stays as it is, and so does every page of an issue that is no longer open. Whoever names or numbers a page
 * lays it out, and does not sign it.
 */
export function guardSignedPage(slugs: Slugs): Guard {
  return {
    beforeChange: async ({ data, operation, originalDoc, req }) => {
      const issue = await rowOf(req, { collection: slugs.issues, id: idOf(data.issue ?? originalDoc?.issue) })
      if (issue) refuseFrozen(req, issue)
      if (operation !== 'update') return data
      refuseSigned(req, originalDoc as Row)
      const before: Readonly<Record<string, unknown>> = originalDoc ?? {}
      const changes = covered.some((name) => data[name] !== undefined && data[name] !== before[name])
      const actor = actorOf(req)
      const layoutBy: string[] = Array.isArray(originalDoc?.layoutBy) ? originalDoc.layoutBy : []
      return {
        ...data,
        rev: Number(originalDoc?.rev ?? 1) + 1,
        ...(changes && actor ? { layoutBy: [...new Set([...layoutBy, actor.id])] } : {}),
      }
    },
    beforeDelete: async ({ id, req }) => {
      const page = await rowOf(req, { collection: slugs.pages, id })
      if (!page) return
      refuseSigned(req, page)
      const issue = await rowOf(req, { collection: slugs.issues, id: idOf(page.issue) })
      if (issue) refuseFrozen(req, issue)
    },
  }
}

/** What stands on a page is laid out on the board alone; our own code and the app's scripts keep to what is signed. */
export function guardSignedPlacement(slugs: Slugs): Guard {
  const refuseOn = async (req: PayloadRequest, id: string | null) => {
    const page = await rowOf(req, { collection: slugs.pages, id })
    if (!page) return
    refuseSigned(req, page)
    const issue = await rowOf(req, { collection: slugs.issues, id: idOf(page.issue) })
    if (issue) refuseFrozen(req, issue)
  }
  return {
    beforeChange: async ({ data, originalDoc, req }) => {
      for (const page of new Set([idOf(originalDoc?.page), idOf(data.page)])) await refuseOn(req, page)
      return data
    },
    beforeDelete: async ({ collection, id, req }) => {
      const row = await rowOf(req, { collection: collection.slug, id })
      if (row) await refuseOn(req, idOf(row.page))
    },
  }
}

async function rowOf(
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string | number | null },
): Promise<Row | null> {
  if (id === null) return null
  return req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, joins: false, req })
}

function refuseFrozen(req: PayloadRequest, issue: Row): void {
  const stage = String(issue.stage ?? 'planning')
  if ((openStages as readonly string[]).includes(stage)) return
  throw new Refusal(req, { code: 'issueFrozen', status: 409 })
}

function refuseSigned(req: PayloadRequest, page: Row): void {
  if (page.stage === 'signed') throw new Refusal(req, { code: 'pageSigned', status: 409 })
}
