import type { CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '../../access/staff.ts'
import type { ResolvedOptions } from '../../options.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { grantsOf } from '../../workflow/grants.ts'

/** The first user of a new house registers without anybody to give them a role. */
export function firstUserIsAdmin({ slugs, roles }: ResolvedOptions): CollectionBeforeChangeHook {
  const admin = Object.keys(roles ?? {}).find((name) => roles?.[name]?.includes('admin')) ?? 'admin'
  return async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    if (data.roles?.length) return data
    const where = { id: { exists: true } }
    const anybody = await req.payload.db.findOne({ collection: slugs.users, where, req })
    return anybody ? data : { ...data, roles: [admin] }
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
