import { tiers, yearOfPlace, type ShownArticle, type Tier } from '../../core/search/index.ts'
import type { Entry, SearchCollections } from './mongoCollections.ts'
import { probe } from './mongoProbe.ts'
import { searchOf, type Asked, type Places, type Search } from './mongoSteps.ts'
import { isWithin, type Found } from './mongoText.ts'
import type { StoreAnswer, StoreMatch, StoreQuery } from './searchStore.ts'

/** So few matches of a tier are read at once, rather than tier by tier. */
const readWhole = 200
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
  const matches = new Map<string, { entry: Entry; tier: Tier | null }>()
  const take = (entries: readonly Entry[], tier: Tier | null) => {
    for (const entry of entries) if (!matches.has(entry._id)) matches.set(entry._id, { entry, tier })
  }
  if (order === 'tiers' && newest.length > 0) {
    const foundIn = isWhole
      ? readerOf(anywhere.isSeen ? newest : await search.seen(newest))
      : await readerOfTiers(search, { newest, need })
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

function readerOf(whole: readonly Found[]): (tier: Tier) => readonly Found[] {
  return (tier) => whole.filter((entry) => isWithin(tier, entry.tier!))
}

/** Reads the newest matches of a tier. Of the widest tier that few match all are read: each says in which narrower one it is. */
async function readerOfTiers(
  search: Search,
  { newest, need }: { newest: readonly Found[]; need: number },
): Promise<(tier: Tier) => Promise<readonly Found[]>> {
  const asked = new Map<Tier, Asked>()
  let whole: readonly Found[] = []
  for (const tier of tiers.slice(0, -1).reverse()) {
    const one = await search.ask(tier)
    if (one.count < readWhole) {
      whole = await search.read(one, { ...search.range, limit: readWhole })
      break
    }
    asked.set(tier, one)
  }
  const ofWhole = readerOf(whole)
  return async (tier) => {
    if (tier === 'anywhere') return newest
    const one = asked.get(tier)
    return one ? search.read(one, { ...search.range, limit: need }) : ofWhole(tier)
  }
}

async function shownOf(
  collections: SearchCollections,
  ids: readonly string[],
): Promise<Map<string, ShownArticle>> {
  if (ids.length === 0) return new Map()
  const found = await collections.shown.find({ _id: { $in: ids } }, { projection: { shown: 1 } }).toArray()
  return new Map(found.map(({ _id, shown }) => [_id, shown]))
}
