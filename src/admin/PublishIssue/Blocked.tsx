import type { Words } from '../../translations/index.ts'
import type { AnsweredBlocker } from '../articleWorkflow/answers.ts'
import { Reasons } from '../WorkflowBar/WhyNot.tsx'

/** An article that keeps its issue from appearing, and every reason. */
export interface BlockedArticle {
  article: string
  headline: string | null
  blockers: AnsweredBlocker[]
}

interface BlockedProps {
  message: string
  articles: readonly BlockedArticle[]
  words: Words
  /** Address of the list of articles in the admin. */
  list: string
}

/** Why an issue did not appear, article by article, each with the way to it. */
export function Blocked({ message, articles, words, list }: BlockedProps) {
  if (articles.length === 0)
    return (
      <p className="broadsheet-panel__refusal" role="alert">
        {message}
      </p>
    )
  return (
    <div className="broadsheet-panel__refusal" role="alert">
      <p>{words.admin['issue.blocked']}</p>
      <ul>
        {articles.map(({ article, headline, blockers }) => (
          <li key={article}>
            <a href={`${list}/${article}`} title={words.admin['issue.open']}>
              {headline || words.admin['slip.noHeadline']}
            </a>
            <Reasons blockers={blockers} />
          </li>
        ))}
      </ul>
    </div>
  )
}
