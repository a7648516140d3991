import type { PublicArticle } from '../publicArticle.ts'
import { told } from './bodyParagraphs.ts'
import type { IndexedArticle, SearchPage } from './entry.ts'
import { placeOf } from './place.ts'
import { shownArticleOf } from './shown.ts'

/** A published article as it is searched. */
export function searchEntryOf(article: PublicArticle): IndexedArticle {
  const { id, placements, publication, authors, publishedAt } = article
  const first = placements[0]
  const shown = shownArticleOf(article)
  const day = first?.issue.date ?? publishedAt?.slice(0, 10) ?? '1800-01-01'
  const pages = new Map(
    placements.map(({ page: { number, name } }) => [JSON.stringify([number, name]), { number, name }]),
  )
  return {
    article: id,
    publication: publication.id,
    day,
    place: placeOf({ id, day, sequence: first?.page.sequence ?? Infinity, order: first?.order ?? Infinity }),
    pages: [...pages.values()] satisfies SearchPage[],
    authors: shown.authors,
    shown,
    text: {
      headline: told(article.headline),
      heads: told(
        ...[article.kicker, article.deck, article.column, article.bylineRaw],
        ...authors.map(({ name }) => name),
      ),
      body: shown.paragraphs,
    },
  }
}
