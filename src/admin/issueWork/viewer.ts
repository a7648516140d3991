import type { PayloadRequest } from 'payload'

import type { Role } from '../../core/workflow/index.ts'
import { optionsOf, rolesStandFor } from '../../options.ts'

/** The newspaper's roles of whoever asks for a view: none for nobody, and for a user of another kind. Every view of ours asks this first. */
export function viewerRoles(req: Pick<PayloadRequest, 'user' | 'payload'>): readonly Role[] {
  const user = req.user as { roles?: string[] | null } | null
  return rolesStandFor(optionsOf(req.payload).roles, user?.roles ?? [])
}
