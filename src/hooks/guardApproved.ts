import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'

import { actorOf, hasRole } from '../access/staff.ts'
import { proofs, type Role } from '../core/workflow/index.ts'
import type { Slugs } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'

/** From the sign-off to the readers: what is approved stands. */
const approved = [...proofs, 'ready'] as const

/**
 * Keeps what an approved text shows from changing under the approval: the article's hash covers the ids of its authors
 * and pictures, not their names and files. While an article that names the row is signed off only these roles may
 * change it; and nobody deletes a row that a text in work names.
 * @param path where an article names it
 */
export function guardApproved(
  slugs: Slugs,
  { path, allowed }: { path: string; allowed: readonly Role[] },
): { beforeChange: CollectionBeforeChangeHook; beforeDelete: CollectionBeforeDeleteHook } {
  const inWork = async (req: PayloadRequest, where: Where): Promise<number> => {
    const found = await req.payload.find({
      ...{ collection: slugs.articles as CollectionSlug, where, draft: true, req },
      ...{ depth: 0, limit: 1, joins: false, select: { title: true }, overrideAccess: true },
    })
    return found.totalDocs
  }
  return {
    beforeChange: async ({ data, operation, originalDoc, req }) => {
      if (operation !== 'update' || hasRole(actorOf(req), ...allowed)) return data
      const id = String(originalDoc?.id)
      const where: Where = { and: [{ [path]: { equals: id } }, { 'slip.stage': { in: [...approved] } }] }
      if ((await inWork(req, where)) > 0) throw new Refusal(req, { code: 'approvedByChief', status: 409 })
      return data
    },
    beforeDelete: async ({ id, req }) => {
      const count = await inWork(req, { [path]: { equals: id } })
      if (count > 0) {
        const params = { count, collection: slugs.articles }
        throw new Refusal(req, { code: 'inUse', status: 409, params })
      }
    },
  }
}
