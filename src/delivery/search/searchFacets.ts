import type { FacetCount, Facets } from '../../core/search/index.ts'
import type { Probed, StoreAnswer } from '../../database/search/index.ts'
import type { PublicationRow } from './searchedNames.ts'

export interface SearchFacet {
  /** `all`: exact; `each`: each value by itself, as far as `more` says; `newest`: among the newest results alone. */
  counted: 'all' | 'each' | 'newest'
  values: (FacetCount & { label: string })[]
}

export interface SearchFacets {
  publication: SearchFacet
  year: SearchFacet
  page: SearchFacet
  author: SearchFacet
}

/** Counts as they are told: publications by slug, authors by id and name; who is not public is not named. */
export function searchFacetsOf(
  { more, probed }: StoreAnswer,
  known: {
    counted: Facets
    publications: ReadonlyMap<string, PublicationRow>
    authors: ReadonlyMap<string, string>
  },
): SearchFacets {
  const { counted, publications, authors } = known
  const counts = (values: readonly Probed[]): FacetCount[] =>
    values.map(({ value, count, more: further }) => ({ value, count, ...(further ? { more: true } : {}) }))
  const labelled = (values: readonly FacetCount[], labelOf: (value: string) => string | undefined) =>
    values.flatMap((one) => {
      const label = labelOf(one.value)
      return label === undefined ? [] : [{ ...one, label }]
    })
  return {
    publication: {
      counted: more ? 'each' : 'all',
      values: labelled(
        probed ? counts(probed.publications) : counted.publication,
        (id) => publications.get(id)?.name,
      ).map((one) => ({ ...one, value: publications.get(one.value)!.slug })),
    },
    year: {
      counted: more ? 'each' : 'all',
      values: labelled(probed ? counts(probed.years) : counted.year, (year) => year),
    },
    page: { counted: more ? 'newest' : 'all', values: labelled(counted.page, (page) => page) },
    author: { counted: more ? 'newest' : 'all', values: labelled(counted.author, (id) => authors.get(id)) },
  }
}
