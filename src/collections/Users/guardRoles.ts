import type { CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '../../access/staff.ts'
import { Refusal } from '../../refusals/refusal.ts'

/** The first user of a new house registers without anybody to give them a role. */
export function firstUserIsAdmin(users: string): CollectionBeforeChangeHook {
  return async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    if (data.roles?.length) return data
    const anybody = await req.payload.db.findOne({ collection: users, where: { id: { exists: true } }, req })
    return anybody ? data : { ...data, roles: ['admin'] }
  }
}

/** Nobody changes their own roles, administrators included (WORKFLOW, W8). */
export const refuseOwnRoles: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const actor = actorOf(req)
  if (operation !== 'update' || !actor || !data.roles || actor.id !== String(originalDoc.id)) return data
  const before = [...(originalDoc.roles ?? [])].sort().join()
  if ([...data.roles].sort().join() !== before) throw new Refusal(req, { code: 'ownRoles', status: 403 })
  return data
}
