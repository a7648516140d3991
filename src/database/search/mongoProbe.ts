import { knownCounts, placesOfYear, yearOfPlace } from '../../core/search/index.ts'
import type { Entry } from './mongoCollections.ts'
import { yearsOf, type Asked, type Places, type Search } from './mongoSteps.ts'
import type { Probed, StoreAnswer, StoreQuery } from './searchStore.ts'

/** Of so many years the counts come with one answer: a search of an old archive does not take all connections. */
const yearsAtOnce = 8

/** Counts each publication and each year by itself, up to the probe's cap; but for what the newest matches tell. */
export async function probe(
  search: Search,
  args: { query: StoreQuery; anywhere: Asked; newest: readonly Entry[] },
): Promise<NonNullable<StoreAnswer['probed']>> {
  const { query, anywhere, newest } = args
  const { cap, publications } = query.probe
  const { range } = search
  const told = knownCounts(
    newest.map(({ publication, at }) => ({ publication: publication!, year: yearOfPlace(at!) })),
    cap,
  )
  const counted = async (
    values: readonly string[],
    of: { asked: Asked; ranges: readonly Places[] },
  ): Promise<Probed[]> => {
    const counts = await search.count(of.asked, { ranges: of.ranges, limit: cap + 1 })
    return values.map((value, index) => ({
      ...{ value, count: Math.min(counts[index]!, cap), more: counts[index]! > cap },
    }))
  }
  const ofPublication = async ({ id, unit }: { id: string; unit: string }) =>
    counted([id], { asked: await search.ask('anywhere', [unit]), ranges: [range] })
  const ofYears = (years: readonly number[]) =>
    counted(years.map(String), {
      asked: anywhere,
      ranges: years.map((year) => {
        const { first, last } = placesOfYear(year)
        return { first: Math.max(first, range.first), last: Math.min(last, range.last) }
      }),
    })
  const unknownYears = yearsOf(range).filter((year) => !told.year(year))
  const [foundPublications, foundYears] = await Promise.all([
    Promise.all(publications.filter(({ id }) => !told.publication(id)).map(ofPublication)),
    Promise.all(groupsOf(unknownYears, yearsAtOnce).map(ofYears)),
  ])
  const all = { publications: foundPublications.flat(), years: foundYears.flat() }
  const of = (some: readonly Probed[], value: string) => some.find((one) => one.value === value)
  const found = (values: readonly (Probed | null | undefined)[]) =>
    values.filter((one): one is Probed => (one?.count ?? 0) > 0)
  return {
    publications: found(publications.map(({ id }) => told.publication(id) ?? of(all.publications, id))),
    years: found(yearsOf(range).map((year) => told.year(year) ?? of(all.years, String(year)))),
  }
}

function groupsOf<Item>(list: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
