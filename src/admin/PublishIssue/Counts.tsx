import { stages } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import { StageTag } from '../StageTag/index.tsx'
import type { ArticleOfIssue } from './readIssue.ts'

/** How many articles of the issue stand where. */
export function Counts({ articles, words }: { articles: readonly ArticleOfIssue[]; words: Words }) {
  const { admin, workflow } = words
  const counts = stages
    .map((stage) => ({ stage, count: articles.filter((article) => article.stage === stage).length }))
    .filter(({ count }) => count > 0)
  if (counts.length === 0) return null
  return (
    <p className="broadsheet-issue__counts">
      {fill(admin['issue.counts'], { total: articles.length, counts: '' })}
      {counts.map(({ stage, count }) => (
        <StageTag
          key={stage}
          stage={stage}
          word={fill(admin['issue.count'], { stage: workflow.stages[stage], count })}
        />
      ))}
    </p>
  )
}
