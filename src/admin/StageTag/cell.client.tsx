'use client'
import { useTranslation } from '@payloadcms/ui'
import type { SelectFieldClientProps } from 'payload'

import type { Stage } from '../../core/workflow/index.ts'
import { wordsIn } from '../../translations/index.ts'
import { StageTag } from './index.tsx'

interface StageCellProps {
  cellData?: Stage | null
  rowData?: { held?: boolean | null }
  field?: SelectFieldClientProps['field']
}

/** The stage in the list of articles, and whether the article is on hold. */
export function StageCell({ cellData, rowData }: StageCellProps) {
  const { workflow, admin } = wordsIn(useTranslation().i18n.language)
  if (!cellData) return null
  return (
    <span className="broadsheet-stage-cell">
      <StageTag stage={cellData} word={workflow.stages[cellData]} />
      {rowData?.held ? <small> {admin['list.held']}</small> : null}
    </span>
  )
}
