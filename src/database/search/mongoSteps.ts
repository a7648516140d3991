import {
  daysOf,
  longestInSet,
  marked,
  placesOfYear,
  stretchesOf,
  unitsOfPhrase,
  yearOfPlace,
  type Phrase,
  type Tier,
} from '../../core/search/index.ts'
import { newestFirst, type Entry, type Filter, type SearchCollections } from './mongoCollections.ts'
import { holds, tierOf, whereFound, type Found } from './mongoText.ts'
import type { StoreQuery } from './searchStore.ts'
import { unitNumber } from './unitNumber.ts'

/** Enough to tell a rare unit from a common one. */
const few = 1000
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
export interface Asked {
  tier: Tier
  /** The matches alone fulfil it. */
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

/** The steps of a search. */
export interface Search {
  /** Outside of it there is nothing to find. */
  range: Places
  ask(tier: Tier, also?: readonly string[]): Promise<Asked>
  /** The newest matches. */
  read(asked: Asked, args: Places & { limit: number }): Promise<Found[]>
  /** What was found, with its tiers. */
  seen(found: readonly Found[]): Promise<Found[]>
  /** How many match in each range of places, up to a limit. */
  count(asked: Asked, args: { ranges: readonly Places[]; limit: number }): Promise<number[]>
}

export function searchOf(
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
        const units = indexedUnits(phrase, { tier, most: Math.ceil(mostCounted / query.phrases.length) }).map(
          (unit) => ({ units: unitNumber(unit) }),
        )
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
        phrase.length <= longestInSet[tier] && walked.some((condition) => condition.phrase === phrase)
      const candidates = walked.map(({ condition }) => condition)
      const unsettled = query.phrases.filter((phrase) => !isSettled(phrase))
      return {
        ...{ tier, count, perDay: ofNewest / newestDays, isSeen: unsettled.length > 0 || count < few },
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
    seen: async (found) => {
      const projection = whereFound(query.phrases)
      const all = await entries.find({ _id: { $in: found.map(({ _id }) => _id) } }, { projection }).toArray()
      const byId = new Map(all.map((entry) => [entry._id, entry]))
      return found.flatMap(({ _id }) => {
        const entry = byId.get(_id)
        // What went meanwhile has no text.
        return entry?.at === undefined ? [] : [{ ...entry, tier: tierOf(entry) }]
      })
    },
    count: async (asked, { ranges, limit }) => {
      const [first = [], ...others] = ranges.map((places, index) => [
        { $match: within(asked.filter, places) },
        { $limit: limit },
        { $count: 'count' },
        { $addFields: { index } },
      ])
      const { collectionName: coll } = entries
      const counts = await entries
        .aggregate<{ index: number; count: number }>([
          ...first,
          ...others.map((pipeline) => ({ $unionWith: { coll, pipeline } })),
        ])
        .toArray()
      return ranges.map((_, at) => counts.find(({ index }) => index === at)?.count ?? 0)
    },
  }
}

/** The years of a range of places, the newest first. */
export function yearsOf({ first, last }: Places): number[] {
  const [newest, oldest] = [yearOfPlace(first), yearOfPlace(last)]
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index)
}

/** Units that an article has where the phrase stands in the tier: the tier's own, and the longer ones of the whole article. */
function indexedUnits(phrase: Phrase, { tier, most }: { tier: Tier; most: number }): string[] {
  const of = (in_: Tier) =>
    spread(unitsOfPhrase(phrase, longestInSet[in_]), most).map((unit) => marked(in_, unit))
  const isSettled = phrase.length <= longestInSet[tier]
  return tier === 'anywhere' || isSettled ? of(tier) : [...of(tier), ...of('anywhere')]
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
