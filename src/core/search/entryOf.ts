import type { PublicArticle } from '../publicArticle.ts'
import { readBlocks } from '../text/readBlocks.ts'
import type { SearchEntry, SearchPage } from './entry.ts'
import { placeOf } from './place.ts'

/** A published article as it is searched. */
export function searchEntryOf(article: PublicArticle): SearchEntry {
  const { id, placements, publication, authors, publishedAt } = article
  const first = placements[0]
  const day = first?.issue.date ?? publishedAt?.slice(0, 10) ?? '1800-01-01'
  const pages = new Map(placements.map(({ page }) => [page.number, { number: page.number, name: page.name }]))
  return {
    article: id,
    publication: publication.id,
    day,
    place: placeOf({ id, day, sequence: first?.page.sequence ?? Infinity, order: first?.order ?? Infinity }),
    pages: [...pages.values()] satisfies SearchPage[],
    authors: authors.map((author) => author.id),
    text: {
      headline: told(article.headline),
      heads: told(
        ...[article.kicker, article.deck, article.column, article.bylineRaw],
        ...authors.map(({ name }) => name),
      ),
      body: bodyParagraphs(article),
    },
  }
}

/** The paragraphs of the body and, after them, what else is printed with the article. */
export function bodyParagraphs({ body, captions, photoCredits, dateline }: PublicArticle): string[] {
  return [
    ...readBlocks(body).flatMap(({ type, text }) => (type.startsWith('upload:') ? [] : [text])),
    ...captions.flatMap(({ caption, credit }) => told(caption, credit)),
    ...photoCredits,
    ...told([dateline.agency, dateline.place, dateline.date].filter((part) => part !== null).join(' ')),
  ]
}

function told(...texts: (string | null)[]): string[] {
  return texts.filter((text) => text !== null && text !== '') as string[]
}
