import {
  holdsPhrase,
  knownCounts,
  marked,
  placesOfYear,
  stretchesOf,
  tiers,
  unitsOfPhrase,
  yearOfPlace,
  type Phrase,
  type ShownArticle,
  type Tier,
} from '../../core/search/index.ts'
import {
  newestFirst,
  type Entry,
  type Filter,
  type Part,
  type SearchCollections,
} from './mongoCollections.ts'
import type { Probed, StoreAnswer, StoreQuery } from './searchStore.ts'

const partsOfTier: Readonly<Record<Tier, readonly Part[]>> = {
  headline: ['headline'],
  heads: ['headline', 'heads'],
  lead: ['headline', 'heads', 'lead'],
  anywhere: ['headline', 'heads', 'body'],
}

/** The longest units of the index, in elements. */
const longestUnit = 2
/** Enough to tell a rare unit from a common one. */
const few = 1000
/** Articles whose texts are read at once. */
const batch = 200

/** A range of places, both included; empty where `first` is beyond `last`. */
export interface Places {
  first: number
  last: number
}

/** What a query asks of the index, the rarest unit first: MongoDB looks that one up and tests the others. */
interface Asked {
  filter: Filter
  /** So many articles have the rarest unit that they are read stretch by stretch. */
  common: boolean
  /** Phrases that an article with all the units may yet not have. */
  longer: readonly Phrase[]
  parts: readonly Part[]
}

/**
 * Carries out a search. Articles are looked for from the newest on, and no further back than enough of them are found: a
 * server that sorts all it finds, as those do that are not MongoDB but speak its protocol, would else sort the archive.
 */
export async function findInMongo(
  collections: SearchCollections,
  { query, ends }: { query: StoreQuery; ends: Places },
): Promise<StoreAnswer> {
  const { offset, limit, cap, order } = query
  const need = offset + limit
  const range = { first: Math.max(query.first, ends.first), last: Math.min(query.last, ends.last) }
  const search = searchOf(collections, { query, range })
  const anywhere = await search.ask('anywhere')
  const newest = await search.read(anywhere, { ...search.range, limit: Math.max(cap + 1, need) })
  const more = newest.length > cap
  const matches = new Map<string, { entry: Entry; tier: Tier | null }>()
  const take = (rows: readonly Entry[], tier: Tier | null) => {
    for (const entry of rows) if (!matches.has(entry._id)) matches.set(entry._id, { entry, tier })
  }
  if (order === 'tiers' && newest.length > 0) {
    for (const tier of tiers) {
      if (matches.size >= need) break
      const found = () =>
        search.ask(tier).then((asked) => search.read(asked, { ...search.range, limit: need }))
      take(tier === 'anywhere' ? newest : await found(), tier)
    }
  } else take(newest, null)
  const wanted = [...matches.values()].slice(offset, need)
  const shown = await shownOf(
    collections,
    wanted.map(({ entry }) => entry._id),
  )
  return {
    matches: wanted.flatMap(({ entry: { _id, publication }, tier }) => {
      const article = shown.get(_id)
      return article ? [{ article: _id, publication: publication!, tier, shown: article }] : []
    }),
    rows: newest.slice(0, cap).map(({ at, publication, pages, authors }) => ({
      ...{ publication: publication!, year: yearOfPlace(at!), pages: pages!, authors: authors! },
    })),
    more,
    probed: more ? await probe(search, { query, anywhere, newest }) : null,
  }
}

/** The steps of a search. */
interface Search {
  /** Outside of it there is nothing to find. */
  range: Places
  ask(tier: Tier, also?: readonly string[]): Promise<Asked>
  /** The newest matches. */
  read(asked: Asked, args: Places & { limit: number }): Promise<Entry[]>
  /** How many match, up to a limit. */
  count(asked: Asked, args: Places & { limit: number }): Promise<number>
}

function searchOf(
  { entries, texts }: SearchCollections,
  { query, range }: { query: StoreQuery; range: Places },
): Search {
  const counts = new Map<string, Promise<number>>()
  const countOf = (unit: string): Promise<number> => {
    const known = counts.get(unit) ?? entries.countDocuments({ units: unit }, { limit: few })
    counts.set(unit, known)
    return known
  }
  const within = ({ filter }: Asked, places: Places) => ({ ...filter, ...withinPlaces(places) })
  const holding = async ({ longer, parts }: Asked, rows: readonly Entry[]): Promise<readonly Entry[]> => {
    if (longer.length === 0 || rows.length === 0) return rows
    const filter = { _id: { $in: rows.map(({ _id }) => _id) } }
    const holders = new Set<string>()
    for await (const { _id, parts: of } of texts.find(filter, { projection: { parts: 1 } })) {
      if (longer.every((phrase) => parts.some((part) => holdsPhrase(of[part], phrase)))) holders.add(_id)
    }
    return rows.filter(({ _id }) => holders.has(_id))
  }
  const readStretch = async (asked: Asked, args: Places & { limit: number }): Promise<Entry[]> => {
    const { limit } = args
    const cursor = entries.find(within(asked, args), {
      sort: newestFirst,
      projection: { units: 0 },
      ...(asked.longer.length > 0 ? { batchSize: batch } : { limit, batchSize: limit + 1 }),
    })
    const rows: Entry[] = []
    let waiting: Entry[] = []
    for await (const entry of cursor) {
      waiting.push(entry)
      if (waiting.length < batch) continue
      rows.push(...(await holding(asked, waiting)))
      waiting = []
      if (rows.length >= limit) break
    }
    rows.push(...(await holding(asked, waiting)))
    return rows.slice(0, limit)
  }
  const stretches = ({ common }: Asked, { first, last }: Places): Iterable<Places> =>
    common ? stretchesOf({ first, last }) : first > last ? [] : [{ first, last }]
  const read: Search['read'] = async (asked, { limit, ...places }) => {
    const rows: Entry[] = []
    for (const stretch of stretches(asked, places)) {
      if (rows.length >= limit) break
      rows.push(...(await readStretch(asked, { ...stretch, limit: limit - rows.length })))
    }
    return rows
  }
  return {
    range,
    read,
    ask: async (tier, also = []) => {
      const wanted = query.phrases.flatMap((phrase) => unitsOfPhrase(phrase, longestUnit))
      const units = new Set([...wanted.map((unit) => marked(tier, unit)), ...query.all, ...also])
      const counted = await Promise.all(
        [...units].map(async (unit) => ({ unit, count: await countOf(unit) })),
      )
      counted.sort((one, other) => one.count - other.count)
      return {
        filter: {
          $and: [
            { units: { $all: counted.map(({ unit }) => unit) } },
            ...query.anyOf.map((list) => ({ units: { $in: list } })),
          ],
        },
        common: counted[0]!.count >= few,
        longer: query.phrases.filter((phrase) => phrase.length > longestUnit),
        parts: partsOfTier[tier],
      }
    },
    count: async (asked, { limit, ...places }) => {
      if (asked.longer.length > 0) return (await read(asked, { ...places, limit })).length
      let count = 0
      for (const stretch of stretches(asked, places)) {
        if (count >= limit) break
        count += await entries.countDocuments(within(asked, stretch), { limit: limit - count })
      }
      return count
    },
  }
}

/** Counts each publication and each year by itself, up to the probe's cap; but for what the newest matches tell. */
async function probe(
  search: Search,
  args: { query: StoreQuery; anywhere: Asked; newest: readonly Entry[] },
): Promise<NonNullable<StoreAnswer['probed']>> {
  const { query, anywhere, newest } = args
  const { cap, publications } = query.probe
  const { range } = search
  const probed = async (value: string, of: { asked: Asked; places: Places }): Promise<Probed> => {
    const first = Math.max(of.places.first, range.first)
    const last = Math.min(of.places.last, range.last)
    const count = await search.count(of.asked, { first, last, limit: cap + 1 })
    return { value, count: Math.min(count, cap), more: count > cap }
  }
  const told = knownCounts(
    newest.map(({ publication, at }) => ({ publication: publication!, year: yearOfPlace(at!) })),
    cap,
  )
  const years = yearsOf(range)
  const some = (all: readonly Probed[]) => all.filter(({ count }) => count > 0)
  return {
    publications: some(
      await Promise.all(
        publications.map(
          async ({ id, unit }) =>
            told.publication(id) ??
            probed(id, { asked: await search.ask('anywhere', [unit]), places: range }),
        ),
      ),
    ),
    years: some(
      await Promise.all(
        years.map(
          async (year) =>
            told.year(year) ?? probed(String(year), { asked: anywhere, places: placesOfYear(year) }),
        ),
      ),
    ),
  }
}

/** The years of a range of places, the newest first. */
function yearsOf({ first, last }: Places): number[] {
  const [newest, oldest] = [yearOfPlace(first), yearOfPlace(last)]
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index)
}

/** Years by themselves where they are whole: see `newestFirst`. */
function withinPlaces(places: Places): Filter {
  const years = yearsOf(places)
  const at = {
    ...(places.first > placesOfYear(years.at(0)!).first && { $gte: places.first }),
    ...(places.last < placesOfYear(years.at(-1)!).last && { $lte: places.last }),
  }
  return { year: { $in: years }, ...(Object.keys(at).length > 0 && { at }) }
}

async function shownOf(
  { texts }: SearchCollections,
  ids: readonly string[],
): Promise<Map<string, ShownArticle>> {
  if (ids.length === 0) return new Map()
  const found = await texts.find({ _id: { $in: ids } }, { projection: { shown: 1 } }).toArray()
  return new Map(found.map(({ _id, shown }) => [_id, shown]))
}
