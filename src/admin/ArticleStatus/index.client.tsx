'use client'
import { useFormFields } from '@payloadcms/ui'

import { stages, type Stage } from '../../core/workflow/index.ts'
import { useArticle } from '../articleWorkflow/useArticle.ts'
import { StageTag } from '../StageTag/index.tsx'

/** In place of Payload's "Draft" and "Changed": the stage, which is what the newsroom means by status. */
export function ArticleStatus() {
  const { moves, words } = useArticle()
  const inForm = useFormFields(([fields]) => fields.stage?.value)
  const stage = moves?.stage ?? stages.find((one: Stage) => one === inForm)
  return stage ? <StageTag stage={stage} word={words.workflow.stages[stage]} /> : null
}
