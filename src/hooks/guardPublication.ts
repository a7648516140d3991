import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { actorOf } from '../access/staff.ts'
import { idOf } from '../core/ids.ts'
import { Refusal } from '../refusals/refusal.ts'

/** Where a row's publication is found: on the row, or on the issue or page it names. */
interface PublicationOf {
  publication?: string
  issue?: string
  page?: string
}

/** Keeps people to their publications also where access functions cannot: on create and on moves. */
export function guardPublication(of: PublicationOf): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const actor = actorOf(req)
    if (!actor || actor.publications.length === 0) return data
    const publication = await publicationOf({ row: { ...originalDoc, ...data }, of, req })
    if (publication && !actor.publications.includes(publication)) {
      throw new Refusal(req, { code: 'otherPublication', status: 403 })
    }
    return data
  }
}

/** The publication of a row, following page and issue; null when nothing names one. */
export async function publicationOf(args: {
  row: Record<string, unknown>
  of: PublicationOf
  req: PayloadRequest
}): Promise<string | null> {
  const { of, req } = args
  let row: Record<string, unknown> | null = args.row
  for (const name of ['page', 'issue'] as const) {
    const collection = of[name]
    const id: string | null = collection ? idOf(row?.[name]) : null
    if (collection && id)
      row = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req })
  }
  return idOf(row?.publication)
}
