import type { SearchPage } from './entry.ts'
import { askedPage, pageUnit } from './units.ts'

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

/** Counts matches by publication, year, page and author. */
export function countFacets(rows: readonly FacetRow[]): Facets {
  return {
    publication: count(rows, ({ publication }) => [publication]),
    year: count(rows, ({ year }) => [String(year)], Infinity).sort(
      (one, other) => Number(other.value) - Number(one.value),
    ),
    page: countPages(rows),
    author: count(rows, ({ authors }) => authors),
  }
}

/**
 * A page is told by its name where it has one, because its number says nothing across publications. Each value counts what a search
 * for it finds: names are alike as words are, and of a number also the pages that have a name beside it.
 */
function countPages(rows: readonly FacetRow[]): FacetCount[] {
  const found = memory(pageUnit)
  const asked = memory((label) => pageUnit(askedPage(label)))
  const labels = new Map<string, string>()
  const counted = count(
    rows,
    ({ pages }) => pages.flatMap(({ number, name }) => [found(number), name === null ? null : found(name)]),
    Infinity,
  )
  for (const { number, name } of rows.flatMap(({ pages }) => pages)) {
    const label = name ?? number
    const unit = asked(label)
    if (unit !== null && !labels.has(unit)) labels.set(unit, label)
  }
  return counted
    .flatMap(({ value, count: number }) => {
      const label = labels.get(value)
      return label === undefined ? [] : [{ value: label, count: number }]
    })
    .slice(0, mostValues)
}

/** The same function, which thinks about each label once. */
function memory(of: (label: string) => string | null): (label: string) => string | null {
  const known = new Map<string, string | null>()
  return (label) => {
    if (!known.has(label)) known.set(label, of(label))
    return known.get(label)!
  }
}

function count(
  rows: readonly FacetRow[],
  valuesOf: (row: FacetRow) => readonly (string | null)[],
  most = mostValues,
): FacetCount[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of new Set(valuesOf(row))) {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([value, number]) => ({ value, count: number }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, most)
}
