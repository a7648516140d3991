import { articlePath, pagePath } from '../../core/permalinks.ts'
import { highlight, snippetOf, type Phrase, type Snippet, type Tier } from '../../core/search/index.ts'
import type { StoreMatch } from '../../database/search/index.ts'
import type { PublicationRow } from './searchedNames.ts'

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

/** A match as it is told. Authors that readers cannot see are left out. */
export function searchHitOf(
  { article, publication, tier, shown }: StoreMatch,
  known: {
    phrases: readonly Phrase[]
    publications: ReadonlyMap<string, PublicationRow>
    authors: ReadonlyMap<string, string>
  },
): SearchHit | null {
  const of = known.publications.get(publication)
  if (!of) return null
  const first = shown.placements[0]
  const marked = (text: string | null) => (text === null ? null : highlight(text, known.phrases))
  return {
    id: article,
    path: first ? articlePath({ publication: of.slug, ...first }, article) : null,
    matched: tier,
    publication: { id: of.id, name: of.name, slug: of.slug },
    ...{ date: first?.date ?? null, edition: first?.edition ?? null },
    pages: shown.placements.map(({ date, edition, number, name }) => ({
      ...{ number, name, path: pagePath({ publication: of.slug, date, edition }, number) },
    })),
    authors: shown.authors.flatMap((id) => {
      const name = known.authors.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    column: shown.column,
    ...{ kicker: marked(shown.kicker), headline: marked(shown.headline), deck: marked(shown.deck) },
    snippet: snippetOf(shown.paragraphs, known.phrases),
  }
}
