'use client'
import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { wordsIn } from '../../translations/index.ts'

/** In the navigation, above the collections: the issues under way, with their boards and desks. */
export function ProductionLink() {
  const { config } = useConfig()
  const { board } = wordsIn(useTranslation().i18n.language)
  const { user } = useAuth<{ id: string; collection: string; roles?: string[] }>()
  const pathname = usePathname()
  if (!user?.roles?.length) return null
  const href = `${config.routes.admin}/production`
  const here = pathname === href
  return (
    <div className="nav-group">
      <Link
        className="nav__link"
        id="nav-production"
        href={href}
        prefetch={false}
        aria-current={here ? 'page' : undefined}
      >
        {here ? <div className="nav__link-indicator" /> : null}
        <span className="nav__link-label">{board['production.title']}</span>
      </Link>
    </div>
  )
}
