import type { PayloadRequest } from 'payload'

import type { Role } from '../../core/workflow/index.ts'

/** Somebody of the house who looks at a view, as the server knows them. */
export interface Viewer {
  id: string
  roles: readonly Role[]
}

/** Who asks for a view; null for nobody, and for a user without any role. Every view of ours asks this first. */
export function viewerOf(req: Pick<PayloadRequest, 'user'>): Viewer | null {
  const user = req.user as { id: string | number; roles?: Role[] | null } | null
  return user?.roles?.length ? { id: String(user.id), roles: user.roles } : null
}
