import { articlePath, pagePath } from '../../core/permalinks.ts'
import type { PublicArticle } from '../../core/publicArticle.ts'
import {
  bodyParagraphs,
  highlight,
  snippetOf,
  type Phrase,
  type Snippet,
  type Tier,
} from '../../core/search/index.ts'

/** One article that was found. Texts are plain, with ranges to set off: whoever shows them escapes them. */
export interface SearchHit {
  id: string
  /** Permalink, beginning with a slash; null of an article that stands on no page. */
  path: string | null
  /** Where everything was found together: the first of headline, heads, lead, anywhere. Null when sorted by day. */
  matched: Tier | null
  publication: { id: string; name: string; slug: string }
  date: string | null
  edition: string | null
  pages: { number: string; name: string | null; path: string }[]
  authors: { id: string; name: string }[]
  column: string | null
  kicker: Snippet | null
  headline: Snippet | null
  deck: Snippet | null
  snippet: Snippet | null
}

/** An article as a match is told. */
export function searchHitOf(
  article: PublicArticle,
  found: { phrases: readonly Phrase[]; tier: Tier | null },
): SearchHit {
  const { id, publication, placements, authors, column } = article
  const first = placements[0]?.issue
  const { name, slug } = publication
  const marked = (text: string | null) => (text === null ? null : highlight(text, found.phrases))
  return {
    id,
    path: first ? articlePath({ publication: slug, ...first }, id) : null,
    matched: found.tier,
    publication: { id: publication.id, name, slug },
    ...{ date: first?.date ?? null, edition: first?.edition ?? null },
    pages: placements.map(({ page, issue }) => ({
      ...{
        number: page.number,
        name: page.name,
        path: pagePath({ publication: slug, ...issue }, page.number),
      },
    })),
    authors: authors.map((author) => ({ id: author.id, name: author.name })),
    column,
    ...{ kicker: marked(article.kicker), headline: marked(article.headline), deck: marked(article.deck) },
    snippet: snippetOf(bodyParagraphs(article), found.phrases),
  }
}
