/** A value of a facet, counted up to a cap; `more`: there are more than that. */
export interface CappedCount {
  value: string
  count: number
  more: boolean
}

/** What is counted of a match, of the newest ones. */
interface NewestRow {
  publication: string
  year: number
}

/**
 * What the newest matches tell already when there are more than were read: how many there are of each year that they hold whole, and
 * of which year and publication there are more than `cap`. The others have to be counted by themselves.
 * @param rows the newest matches, the newest first; at least one
 */
export function knownCounts(
  rows: readonly NewestRow[],
  cap: number,
): { publication: (id: string) => CappedCount | null; year: (year: number) => CappedCount | null } {
  const [publications, years] = [new Map<string, number>(), new Map<number, number>()]
  for (const { publication, year } of rows) {
    publications.set(publication, (publications.get(publication) ?? 0) + 1)
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  const last = rows.at(-1)!.year
  const capped = (value: string, count: number): CappedCount => ({
    value,
    count: Math.min(count, cap),
    more: count > cap,
  })
  return {
    publication: (id) => {
      const count = publications.get(id) ?? 0
      return count > cap ? capped(id, count) : null
    },
    year: (year) => {
      const count = years.get(year) ?? 0
      return year > last || count > cap ? capped(String(year), count) : null
    },
  }
}
