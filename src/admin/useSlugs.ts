'use client'
import { useConfig } from '@payloadcms/ui'

import type { Slugs } from '../options.ts'

/** The collections' slugs in this app, for addresses of the API and of the admin; `plugin.ts` puts them there. */
export function useSlugs(): Slugs {
  const { config } = useConfig()
  return (config.admin.custom as { broadsheet: { slugs: Slugs } }).broadsheet.slugs
}
