'use client'
import { useAuth, useConfig } from '@payloadcms/ui'

import type { Role } from '../core/workflow/index.ts'
import { rolesStandFor, type ResolvedOptions, type Slugs } from '../options.ts'

/** What the admin is told of the plugin's options; `plugin.ts` puts it there. */
export type AdminOptions = Pick<ResolvedOptions, 'slugs' | 'roles'>

function useAdminOptions(): AdminOptions {
  const { config } = useConfig()
  return (config.admin.custom as { broadsheet: AdminOptions }).broadsheet
}

/** The collections' slugs in this app, for addresses of the API and of the admin. */
export function useSlugs(): Slugs {
  return useAdminOptions().slugs
}

/** The newspaper's roles that the person at this screen has, whatever this app calls them. */
export function useRoles(): readonly Role[] {
  const { roles } = useAdminOptions()
  const { user } = useAuth<{ id: string; collection: string; roles?: string[] | null }>()
  return rolesStandFor(roles, user?.roles ?? [])
}
