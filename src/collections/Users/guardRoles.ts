import type { CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '../../access/staff.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { grantsOf } from '../../workflow/grants.ts'

/** The first user of a new house registers without anybody to give them a role. */
export function firstUserIsAdmin(users: string): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    if (data.roles?.length) return data
    const anybody = await req.payload.db.findOne({ collection: users, where: { id: { exists: true } }, req })
    return anybody ? data : { ...data, roles: ['admin'] }
  }
}

/** Nobody changes their own roles or publications, administrators included (WORKFLOW, W8). */
export const refuseOwnRoles: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (operation !== 'update' || !actor || actor.id !== String(originalDoc.id)) return data
  const { roles = originalDoc.roles, publications = originalDoc.publications } = data
  if (grantsOf({ roles, publications }) !== grantsOf(originalDoc)) {
    throw new Refusal(req, { code: 'ownRoles', status: 403 })
  }
  return data
}
