import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { actorOf, hasRole } from '../access/staff.ts'
import type { Role } from '../core/workflow/index.ts'
import { Refusal } from '../refusals/refusal.ts'

/**
 * Keeps what readers see from changing under them (W1): a row that is public has no draft, so only these roles
 * may change it, and nobody may delete it. With no roles it is frozen until it is public no more.
 */
export function guardPublic(...allowed: readonly Role[]): {
  beforeChange: CollectionBeforeChangeHook
  beforeDelete: CollectionBeforeDeleteHook
} {
  return {
    beforeChange: ({ data, originalDoc, operation, req }) => {
      if (operation === 'update' && originalDoc?.public === true && !hasRole(actorOf(req), ...allowed)) {
        throw new Refusal(req, { code: allowed.length > 0 ? 'publicByChief' : 'publicFrozen', status: 409 })
      }
      return data
    },
    beforeDelete: async ({ collection, id, req }) => {
      const row = await req.payload.db.findOne<{ id: string; public?: boolean }>({
        collection: collection.slug,
        where: { id: { equals: id } },
        req,
      })
      if (row?.public === true) throw new Refusal(req, { code: 'publicFrozen', status: 409 })
    },
  }
}
