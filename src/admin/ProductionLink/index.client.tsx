'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { wordsIn } from '../../translations/index.ts'
import { useRoles } from '../useOptions.ts'

/** In the navigation, above the collections: the issues under way, with their boards and desks. */
export function ProductionLink() {
  const { config } = useConfig()
  const { board } = wordsIn(useTranslation().i18n.language)
  const roles = useRoles()
  const pathname = usePathname()
  if (roles.length === 0) return null
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
