import type { IssueStage, PageStage } from '../../core/issue/index.ts'
import type { Words } from '../../translations/index.ts'
import '../StageTag/index.css'

/** Stages of pages and issues, by the colours of the articles' stages that mean the same. */
const looks: Readonly<Record<string, string>> = {
  makeup: 'draft',
  proof: 'proof',
  signed: 'ready',
  planning: 'draft',
  layingOut: 'review',
  closed: 'proof',
  scheduled: 'correcting',
  published: 'published',
  withdrawn: 'withdrawn',
}

interface StandingTagProps {
  kind: 'page' | 'issue'
  stage: string
  words: Words
}

/** How far a page or an issue is, as a coloured tag. */
export function StandingTag({ kind, stage, words }: StandingTagProps) {
  const { pageStages, issueStages } = words.desk
  const word = kind === 'page' ? pageStages[stage as PageStage] : issueStages[stage as IssueStage]
  return (
    <span className={`broadsheet-stage broadsheet-stage--${looks[stage] ?? stage}`}>{word ?? stage}</span>
  )
}
