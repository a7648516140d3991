import type { CollectionBeforeDeleteHook } from 'payload'

import { Refusal } from '../refusals/refusal.ts'

/** Refuses to delete what other rows still point to: a relationship must never lead nowhere. */
export function refuseDeleteInUse(
  uses: readonly { collection: string; path: string }[],
): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    for (const { collection, path } of uses) {
      const { totalDocs } = await req.payload.db.count({ collection, where: { [path]: { equals: id } }, req })
      if (totalDocs > 0) {
        throw new Refusal(req, { code: 'inUse', status: 409, params: { count: totalDocs, collection } })
      }
    }
  }
}
