import type { ArticleCard } from '../reads/types.ts'
import { Lines } from './Lines.tsx'
import { Phrases } from './Phrases.tsx'

/**
 * 引题、主标题、副题 as a newspaper sets them: one heading, three sizes. What was printed without a headline is not given one: who
 * hears the page is told how the text begins, who sees it reads on.
 */
export function Heading({ article, opening }: { article: ArticleCard; opening: string }) {
  const { kicker, headline, deck, column } = article
  return (
    <header className="heading">
      {column && <p className="rubric">{column}</p>}
      {headline || kicker || deck ? (
        <h1>
          {kicker && <span className={headline ? 'kicker' : 'headline'}>{kicker}</span>}
          {headline && (
            <span className="headline">
              <Phrases text={headline} />
            </span>
          )}
          {deck && (
            <span className="deck">
              <Lines text={deck} />
            </span>
          )}
        </h1>
      ) : (
        <h1 className="unseen">{opening}</h1>
      )}
    </header>
  )
}
