import type { ArticleCard } from '../reads/types.ts'
import { Lines } from './Lines.tsx'
import { Phrases } from './Phrases.tsx'

/** A headline of more characters is set smaller, as it would be on paper; Latin letters are half as wide. */
const roomy = 26

/**
 * 引题、主标题、副题 as a newspaper sets them: one heading, three sizes. What was printed without a headline is not given one: who
 * hears the page is told how the text begins, who sees it reads on.
 */
export function Heading({ article, opening }: { article: ArticleCard; opening: string }) {
  const { kicker, headline, deck, column } = article
  const title = headline ?? kicker
  return (
    <header className="heading">
      {column && <p className="rubric">{column}</p>}
      {title || deck ? (
        <h1>
          {kicker && headline && (
            <span className="kicker">
              <Phrases text={kicker} />
            </span>
          )}
          {title && (
            <span className={widthOf(title) > roomy ? 'headline headline-long' : 'headline'}>
              <Phrases text={title} />
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

function widthOf(title: string): number {
  return [...title].reduce((sum, character) => sum + (character < '\u2E80' ? 0.5 : 1), 0)
}
