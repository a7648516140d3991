import { Forbidden, type CollectionBeforeChangeHook } from 'payload'

import { actorOf, hasRole } from '../../access/staff.ts'
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

/**
 * Nobody changes their own roles or publications, administrators included (WORKFLOW, W8), and nobody but administrators
 * those of others: an app's own field of roles, or its own access to users, may be less careful.
 */
export const guardGrants: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (!req.user) return data
  const before = operation === 'create' ? {} : originalDoc
  const { roles = before.roles, publications = before.publications } = data
  if (grantsOf({ roles, publications }) === grantsOf(before)) return data
  if (operation === 'update' && String(req.user.id) === String(originalDoc.id)) {
    throw new Refusal(req, { code: 'ownRoles', status: 403 })
  }
  if (!hasRole(actorOf(req), 'admin')) throw new Forbidden(req.t)
  return data
}
