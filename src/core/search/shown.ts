import type { PublicArticle } from '../publicArticle.ts'
import { bodyParagraphs } from './bodyParagraphs.ts'

/**
 * What is shown of an article that was found. It is kept with the index, because reading it from the article's own rows
 * would cost many times the search. Names of publications and authors are not in it: they may change.
 */
export interface ShownArticle {
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  paragraphs: readonly string[]
  /** Ids, in their order. */
  authors: readonly string[]
  placements: readonly { date: string; edition: string; number: string; name: string | null }[]
}

export function shownArticleOf(article: PublicArticle): ShownArticle {
  const { kicker, headline, deck, column, authors, placements } = article
  return {
    ...{ kicker, headline, deck, column, paragraphs: bodyParagraphs(article) },
    authors: authors.map(({ id }) => id),
    placements: placements.map(({ issue, page }) => ({
      ...{ date: issue.date, edition: issue.edition, number: page.number, name: page.name },
    })),
  }
}
