import type { PayloadRequest } from 'payload'

import type { Actor, Role } from '../../core/workflow/index.ts'
import { idOf } from '../../core/ids.ts'
import { optionsOf, rolesStandFor } from '../../options.ts'

/** The newspaper's roles of whoever asks for a view: none for nobody, and for a user of another kind. Every view of ours asks this first. */
export function viewerRoles(req: Pick<PayloadRequest, 'user' | 'payload'>): readonly Role[] {
  const user = req.user as { roles?: string[] | null } | null
  return rolesStandFor(optionsOf(req.payload).roles, user?.roles ?? [])
}

/** Whoever looks at a view, as the tables know people. */
export type Viewer = Actor

/** The person of the newspaper who asks for a view; null for nobody, and for a user of another kind. */
export function viewerOf(req: Pick<PayloadRequest, 'user' | 'payload'>): Viewer | null {
  const roles = viewerRoles(req)
  if (!req.user || roles.length === 0) return null
  const { publications } = req.user as { publications?: readonly unknown[] | null }
  return {
    ...{ id: String(req.user.id), roles },
    publications: (publications ?? []).map((one) => idOf(one) ?? ''),
  }
}
