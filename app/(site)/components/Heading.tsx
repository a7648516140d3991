import type { ArticleCard } from '../reads/types.ts'
import type { SiteWords } from '../words.ts'
import { Phrases } from './Phrases.tsx'

/** 引题、主标题、副题 as a newspaper sets them: one heading, three sizes. What has no headline is not given one. */
export function Heading({ article, words }: { article: ArticleCard; words: SiteWords }) {
  const { kicker, headline, deck, column } = article
  return (
    <header className="heading">
      {column && <p className="rubric">{column}</p>}
      <h1>
        {kicker && <span className="kicker">{kicker}</span>}
        {headline ? (
          <span className="headline">
            <Phrases text={headline} />
          </span>
        ) : (
          !kicker && <span className="headline headline-none">{words.noHeadline}</span>
        )}
        {deck && (
          <span className="deck">
            {deck.split('\n').map((line) => (
              <span key={line}>{line}</span>
            ))}
          </span>
        )}
      </h1>
    </header>
  )
}
