import {
  daysOf,
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
import { newestFirst, type Entry, type Filter, type SearchCollections } from './mongoCollections.ts'
import { holds, isWithin, tierOf, whereFound, type Found } from './mongoText.ts'
import type { Probed, StoreAnswer, StoreMatch, StoreQuery } from './searchStore.ts'
import { unitNumber } from './unitNumber.ts'

/** The longest units of the index, in elements. */
const longestUnit = 2
/** Enough to tell a rare unit from a common one. */
const few = 1000
/** So few matches of a tier are read at once, rather than tier by tier. */
const readWhole = 200
/** In the time in which an article is read, so many steps are made along a unit's list. */
const stepsOfArticle = 50
/** Of so many times the matches that are wanted it is quicker to read all than to look where the newest end. */
const surplus = 20
/** Of the units of all phrases so many are counted, or a few more: a long phrase has a rare one among them. */
const mostCounted = 24
/** So many matches at most are put in order here. */
const atOnce = 10 * few

/** A range of places, both included; empty where `first` is beyond `last`. */
export interface Places {
  first: number
  last: number
}

/** What a query asks of the index. */
interface Asked {
  tier: Tier
  /** All matches fulfil it, and perhaps others. */
  candidates: Filter
  /** The matches alone do. */
  filter: Filter
  /** How many fulfil the condition that fewest articles do, up to `few`; and a day, in the newest years. */
  count: number
  perDay: number
  /** Whether each candidate's text is looked at: to settle whether it matches, or for its tier where there are not many. */
  isSeen: boolean
}

/** A condition with how many articles fulfil it: of all, up to `few`, and of the newest years. */
interface Counted {
  condition: Filter
  all: number
  newest: number
}

/**
 * Carries out a search. Articles are looked for from the newest on, and no further back than enough of them are found: a
 * server that sorts all it finds, as those do that are not MongoDB but speak its protocol, would else sort the archive.
 * Nor is it asked to sort what is not many: those read each document once more for it.
 */
export async function findInMongo(
  collections: SearchCollections,
  { query, ends }: { query: StoreQuery; ends: Places },
): Promise<StoreAnswer> {
  const { offset, limit, cap } = query
  const need = offset + limit
  const range = { first: Math.max(query.first, ends.first), last: Math.min(query.last, ends.last) }
  if (range.first > range.last) return { matches: [], rows: [], more: false, probed: null }
  const search = searchOf(collections, { query, range, ends })
  const anywhere = await search.ask('anywhere')
  const newest = await search.read(anywhere, { ...range, limit: Math.max(cap + 1, need) })
  const more = newest.length > cap
  const [matches, probed] = await Promise.all([
    matchesOf(search, { collections, query, anywhere, newest }),
    more ? probe(search, { query, anywhere, newest }) : null,
  ])
  const rows = newest.slice(0, cap).map(({ at, publication, pages, authors }) => ({
    ...{ publication: publication!, year: yearOfPlace(at!), pages: pages!, authors: authors! },
  }))
  return { matches, rows, more, probed }
}

/** The matches that are wanted, in their order. */
async function matchesOf(
  search: Search,
  args: { collections: SearchCollections; query: StoreQuery; anywhere: Asked; newest: readonly Found[] },
): Promise<StoreMatch[]> {
  const { collections, query, anywhere, newest } = args
  const { offset, limit, order, cap } = query
  const need = offset + limit
  const isWhole = newest.length < Math.max(cap + 1, need)
  const foundIn =
    isWhole && anywhere.isSeen
      ? (tier: Tier) => newest.filter((entry) => isWithin(tier, entry.tier!))
      : await readerOfTiers(search, { newest, need })
  const matches = new Map<string, { entry: Entry; tier: Tier | null }>()
  const take = (entries: readonly Entry[], tier: Tier | null) => {
    for (const entry of entries) if (!matches.has(entry._id)) matches.set(entry._id, { entry, tier })
  }
  if (order === 'tiers' && newest.length > 0) {
    for (const tier of tiers) if (matches.size < need) take(await foundIn(tier), tier)
  } else take(newest, null)
  const wanted = [...matches.values()].slice(offset, need)
  const shown = await shownOf(
    collections,
    wanted.map(({ entry }) => entry._id),
  )
  return wanted.flatMap(({ entry: { _id, publication }, tier }) => {
    const article = shown.get(_id)
    return article ? [{ article: _id, publication: publication!, tier, shown: article }] : []
  })
}

/** Reads the newest matches of a tier. Of the widest tier that few match all are read: each says in which tier it is. */
async function readerOfTiers(
  search: Search,
  { newest, need }: { newest: readonly Found[]; need: number },
): Promise<(tier: Tier) => Promise<readonly Found[]>> {
  const asked = await Promise.all(tiers.slice(0, -1).map((tier) => search.ask(tier)))
  const widest = asked.findLast(({ count }) => count < readWhole)
  const whole = widest && (await search.read(widest, { ...search.range, limit: readWhole }))
  return async (tier) => {
    if (tier === 'anywhere') return newest
    if (whole && isWithin(widest.tier, tier)) return whole.filter((entry) => isWithin(tier, entry.tier!))
    return search.read(
      asked.find((one) => one.tier === tier)!,
      { ...search.range, limit: need },
    )
  }
}

/** The steps of a search. */
interface Search {
  /** Outside of it there is nothing to find. */
  range: Places
  ask(tier: Tier, also?: readonly string[]): Promise<Asked>
  /** The newest matches. */
  read(asked: Asked, args: Places & { limit: number }): Promise<Found[]>
  /** How many match, up to a limit. */
  count(asked: Asked, args: Places & { limit: number }): Promise<number>
}

function searchOf(
  { entries }: SearchCollections,
  { query, range, ends }: { query: StoreQuery; range: Places; ends: Places },
): Search {
  const newestYears = [yearOfPlace(range.first), yearOfPlace(range.first) - 1] as const
  const newestDays = daysOf({ first: range.first, last: placesOfYear(newestYears[1]).last })
  const counts = new Map<string, Promise<{ all: number; newest: number }>>()
  // Common ones are told apart by their newest articles: to count all of those takes long.
  const countOf = async (condition: Filter): Promise<{ all: number; newest: number }> => {
    const newest = await entries.countDocuments({ ...condition, year: { $in: newestYears } }, {})
    if (newest >= few) return { all: few, newest }
    return { all: await entries.countDocuments(condition, { limit: few }), newest }
  }
  const byRarity = async (conditions: readonly Filter[]) => {
    const counted = conditions.map(async (condition) => {
      const key = JSON.stringify(condition)
      const count = counts.get(key) ?? countOf(condition)
      counts.set(key, count)
      return { condition, ...(await count) }
    })
    return (await Promise.all(counted)).sort(byCount)
  }
  const within = (filter: Filter, places: Places) => ({ ...filter, ...withinPlaces(places, ends) })
  const readStretch = async (asked: Asked, { limit, ...places }: Places & { limit: number }) => {
    const read = (also: object) =>
      entries
        .find(within(asked.filter, places), {
          ...{ ...also, batchSize: atOnce + 1 },
          projection: asked.isSeen ? whereFound(query.phrases) : { units: 0, text: 0 },
        })
        .toArray()
    const some = await read({ limit: atOnce + 1 })
    const all = some.length > atOnce ? await read({ sort: newestFirst, limit }) : some
    return all
      .map((entry) => ({ ...entry, tier: asked.isSeen ? tierOf(entry) : null }))
      .sort(byPlace)
      .slice(0, limit)
  }
  return {
    range,
    ask: async (tier, also = []) => {
      const ofPhrases = query.phrases.map(async (phrase) => {
        const some = spread(unitsOfPhrase(phrase, longestUnit), Math.ceil(mostCounted / query.phrases.length))
        const units = some.map((unit) => ({ units: unitNumber(marked(tier, unit)) }))
        // Two are rarely in one text by chance. Where the phrase itself is looked for the others say nothing.
        return (await byRarity(units)).slice(0, 2).map((counted) => ({ ...counted, phrase }))
      })
      const units = [...query.all, ...also].map((unit) => ({ units: unitNumber(unit) }))
      const others = await byRarity([
        ...units,
        ...query.anyOf.map((list) => ({ units: { $in: list.map(unitNumber) } })),
      ])
      const conditions = [
        ...(await Promise.all(ofPhrases)).flat(),
        ...others.map((counted) => ({ ...counted, phrase: null })),
      ].sort(byCount)
      // What is common is seen in an article that is read anyhow sooner than its list is walked.
      const { all: count, newest: ofNewest } = conditions[0]!
      const most = stepsOfArticle * Math.max(1, ofNewest)
      const walked = conditions.filter(
        ({ phrase, newest }, index) => index === 0 || !phrase || newest <= most,
      )
      const isSettled = (phrase: Phrase) =>
        phrase.length <= longestUnit && walked.some((condition) => condition.phrase === phrase)
      const candidates = walked.map(({ condition }) => condition)
      const unsettled = query.phrases.filter((phrase) => !isSettled(phrase))
      return {
        ...{ tier, count, perDay: ofNewest / newestDays, isSeen: unsettled.length > 0 || count < few },
        candidates: { $and: candidates },
        filter: { $and: [...candidates, ...unsettled.map((phrase) => holds(tier, phrase))] },
      }
    },
    read: async (asked, { limit, ...places }) => {
      const rows: Found[] = []
      const stretches =
        asked.count < Math.min(few, surplus * limit)
          ? [places]
          : stretchesOf(places, {
              ...{ wanted: limit, found: () => rows.length },
              days: asked.perDay && limit / asked.perDay,
            })
      for (const stretch of stretches) {
        if (rows.length >= limit) break
        rows.push(...(await readStretch(asked, { ...stretch, limit: limit - rows.length })))
      }
      return rows
    },
    count: (asked, { limit, ...places }) => entries.countDocuments(within(asked.filter, places), { limit }),
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

/** So many of a list at most, as far apart as can be. */
function spread<Item>(list: readonly Item[], most: number): Item[] {
  return list.filter(
    (_, index) => Math.floor((index * most) / list.length) !== Math.floor(((index - 1) * most) / list.length),
  )
}

function byCount(one: Counted, other: Counted): number {
  return one.all - other.all || one.newest - other.newest
}

function byPlace(one: Entry, other: Entry): number {
  return one.at! - other.at! || (one._id < other._id ? -1 : 1)
}

/** A condition that finds these places and as few ranges as can be: see `newestFirst`. @param ends there is nothing beyond them */
function withinPlaces(places: Places, ends: Places): Filter {
  const [fromEnd, toEnd] = [places.first <= ends.first, places.last >= ends.last]
  if (fromEnd && toEnd) return {}
  const years = yearsOf(places)
  const at = {
    ...(!fromEnd && places.first > placesOfYear(years.at(0)!).first && { $gte: places.first }),
    ...(!toEnd && places.last < placesOfYear(years.at(-1)!).last && { $lte: places.last }),
  }
  return { year: { $in: years }, ...(Object.keys(at).length > 0 && { at }) }
}

async function shownOf(
  collections: SearchCollections,
  ids: readonly string[],
): Promise<Map<string, ShownArticle>> {
  if (ids.length === 0) return new Map()
  const found = await collections.shown.find({ _id: { $in: ids } }, { projection: { shown: 1 } }).toArray()
  return new Map(found.map(({ _id, shown }) => [_id, shown]))
}
