'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../../translations/index.ts'
import { addressesOf } from '../issueWork/addresses.ts'
import { useSlugs } from '../useOptions.ts'
import './index.css'

/** In the list of issues: straight to the board and the desk. */
export function IssueLinks({ rowData }: { rowData?: { id?: string } }) {
  const { config } = useConfig()
  const { board } = wordsIn(useTranslation().i18n.language)
  const slugs = useSlugs()
  if (!rowData?.id) return null
  const addresses = addressesOf(config, { issue: rowData.id, slugs })
  return (
    <span className="broadsheet-links">
      <Link href={addresses.board} prefetch={false}>
        {board['board.title']}
      </Link>
      <Link href={addresses.desk} prefetch={false}>
        {board['desk.title']}
      </Link>
    </span>
  )
}
