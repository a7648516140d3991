import type { SearchPage } from './entry.ts'

/** What is counted of a match. */
export interface FacetRow {
  publication: string
  year: number
  pages: readonly SearchPage[]
  authors: readonly string[]
}

/** One value of a facet; `more` when there are more than were counted. */
export interface FacetCount {
  value: string
  count: number
  more?: true
}

export interface Facets {
  publication: FacetCount[]
  year: FacetCount[]
  page: FacetCount[]
  author: FacetCount[]
}

/** How many values of a facet are told, the most frequent ones. */
const mostValues = 50

/**
 * Counts matches by publication, year, page and author. A page is told by its name where it has one, because its number
 * says nothing across publications.
 */
export function countFacets(rows: readonly FacetRow[]): Facets {
  return {
    publication: count(rows, ({ publication }) => [publication]),
    year: count(rows, ({ year }) => [String(year)], Infinity).sort(
      (one, other) => Number(other.value) - Number(one.value),
    ),
    page: count(rows, ({ pages }) => pages.map(({ number, name }) => name ?? number)),
    author: count(rows, ({ authors }) => authors),
  }
}

function count(
  rows: readonly FacetRow[],
  valuesOf: (row: FacetRow) => readonly string[],
  most = mostValues,
): FacetCount[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, number]) => ({ value, count: number }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most)
}
