import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import {
  authorUnit,
  countFacets,
  findPlainly,
  pageUnit,
  placeOf,
  placesBetween,
  publicationUnit,
  readQuery,
  yearOfPlace,
  type IndexedArticle,
  type SearchScope,
} from '../../src/core/search/index.ts'
import { inTransaction } from '../../src/database/inTransaction.ts'
import {
  searchStore,
  type SearchStore,
  type StoreMatch,
  type StoreQuery,
} from '../../src/database/search/index.ts'

/** Few characters, so that pairs and phrases of them meet by chance, in every width and case. */
const characters = [
  '汾',
  '河',
  '水',
  '库',
  '的',
  '𠮷',
  '5G',
  '５ｇ',
  'News',
  'NEWS',
  '3',
  'é',
  'か',
  '，',
  ' ',
  '“',
  '·',
  '"',
]
const wordsOf = (most: number, least = 1) =>
  fc.array(fc.constantFrom(...characters), { minLength: least, maxLength: most }).map((all) => all.join(''))
const publications = ['riverside', 'hillside-2']
const pages = [
  { number: '1', name: '要闻' },
  { number: '2', name: null },
  { number: 'A3', name: '副刊 · 汾水' },
]

const entries = fc.array(
  fc.record({
    publication: fc.constantFrom(...publications),
    day: fc.constantFrom('2019-12-31', '2020-01-01', '2020-06-05', '2021-10-09'),
    pages: fc.uniqueArray(fc.constantFrom(...pages), { minLength: 1, maxLength: 2 }),
    authors: fc.uniqueArray(fc.constantFrom('lin', 'wu', 'zhang'), { maxLength: 2 }),
    headline: wordsOf(4),
    heads: fc.array(wordsOf(3), { maxLength: 2 }),
    body: fc.array(wordsOf(40, 10), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 250, maxLength: 250 },
)

const scopes: fc.Arbitrary<SearchScope> = fc.record(
  {
    publication: fc.constantFrom(...publications),
    authors: fc.uniqueArray(fc.constantFrom('lin', 'wu', 'nobody'), { minLength: 1, maxLength: 2 }),
    page: fc.constantFrom('1', '要闻', '２', 'a3', '副刊汾水', '汾水'),
    from: fc.constantFrom('2020-01-01', '2020-06-05'),
    to: fc.constantFrom('2020-01-01', '2021-01-01'),
  },
  { requiredKeys: [] },
)

function asStoreQuery(text: string, scope: SearchScope): StoreQuery | null {
  const words = readQuery(text)
  if (!('phrases' in words)) return null
  const { first, last } = placesBetween(scope.from ?? null, scope.to ?? null)
  return {
    phrases: words.phrases,
    all: [
      ...(scope.publication ? [publicationUnit(scope.publication)] : []),
      ...(scope.page ? [pageUnit(scope.page)!] : []),
    ],
    anyOf: scope.authors ? [scope.authors.map(authorUnit)] : [],
    ...{
      first,
      last,
      order: 'tiers',
      offset: 0,
      limit: 1000,
      cap: 1000,
      probe: { publications: [], cap: 100 },
    },
  }
}

const plain = ({ article, tier }: StoreMatch) => ({ article, tier })

describe('the search index', () => {
  let house: Booted
  let store: SearchStore
  let all: IndexedArticle[]

  const write = async (change: { remove?: string[]; entries?: IndexedArticle[] }) => {
    const req = await createLocalReq({}, house.payload)
    await inTransaction(req, () => store.write({ req, remove: [], entries: [], ...change }))
  }

  beforeAll(async () => {
    house = await boot()
    store = searchStore(house.payload)!
    await store.prepare({ anythingPublished: async () => false })
    const [generated] = fc.sample(entries, { numRuns: 1, seed: 20261126 })
    all = generated!.map(({ headline, heads, body, ...rest }, index) => {
      const article = `article${String(index).padStart(5, '0')}`
      const place = placeOf({ id: article, day: rest.day, sequence: 1, order: index % 7 })
      const shown = {
        ...{ kicker: null, headline, deck: null, column: null, paragraphs: body },
        ...{ authors: rest.authors, placements: [] },
      }
      return { ...rest, article, place, shown, text: { headline: [headline], heads, body } }
    })
    await write({ entries: all })
  })
  afterAll(() => house.stop())

  const compare = async (known: readonly IndexedArticle[], text: string, scope: SearchScope) => {
    const query = asStoreQuery(text, scope)
    if (!query) return 0
    const expected = findPlainly(known, { phrases: query.phrases, scope })
    const found = await store.find(query)
    expect(found.matches.map(plain), JSON.stringify({ text, scope })).toEqual(expected)
    for (const { article, publication, shown } of found.matches) {
      const entry = known.find((one) => one.article === article)!
      expect({ publication, shown }).toEqual({ publication: entry.publication, shown: entry.shown })
    }
    const ids = new Set(expected.map(({ article }) => article))
    const rows = known
      .filter(({ article }) => ids.has(article))
      .map(({ publication, place, pages: on, authors }) => ({
        publication,
        year: yearOfPlace(place),
        pages: on,
        authors,
      }))
    expect(countFacets(found.rows)).toEqual(countFacets(rows))
    return expected.length
  }

  it('finds what a plain walk through all articles finds, in the same order, with the same facets', async () => {
    let found = 0
    for (const [text, scope] of fc.sample(fc.tuple(wordsOf(4), scopes), { numRuns: 250, seed: 7 })) {
      found += await compare(all, text, scope)
    }
    for (const text of ['汾', '汾河', '汾河水', '5g', '汾河水库', 'news 汾', '"news 5g"', '水，库', '𠮷']) {
      found += await compare(all, text, {})
    }
    // Not for want of matches.
    expect(found).toBeGreaterThan(1500)
  })

  it('gives the best matches first when only some are wanted', async () => {
    const query = { ...asStoreQuery('汾', {})!, limit: 7 }
    const expected = findPlainly(all, query)
    expect((await store.find(query)).matches.map(plain)).toEqual(expected.slice(0, 7))
    const later = await store.find({ ...query, offset: 7 })
    expect(later.matches.map(plain)).toEqual(expected.slice(7, 14))
    const newest = [...expected].sort(
      (one, other) =>
        all.find(({ article }) => article === one.article)!.place -
        all.find(({ article }) => article === other.article)!.place,
    )
    const byDay = await store.find({ ...query, order: 'newest' })
    expect(byDay.matches.map(({ article }) => article)).toEqual(
      newest.slice(0, 7).map(({ article }) => article),
    )
  })

  it('counts to its cap, and then asks each year and publication by itself', async () => {
    const query = {
      ...asStoreQuery('汾', {})!,
      ...{ limit: 5, cap: 10 },
      probe: { publications: publications.map((id) => ({ id, unit: publicationUnit(id) })), cap: 20 },
    }
    const { rows, more, probed } = await store.find(query)
    const expected = findPlainly(all, query).map((match) =>
      all.find(({ article }) => article === match.article)!,
    )
    expect(rows).toHaveLength(10)
    expect(more).toBe(true)
    const counted = (matching: (entry: IndexedArticle) => boolean, value: string) => {
      const count = expected.filter(matching).length
      return { value, count: Math.min(count, 20), more: count > 20 }
    }
    expect(probed).toEqual({
      publications: publications.map((id) => counted(({ publication }) => publication === id, id)),
      years: ['2021', '2020', '2019'].map((year) => counted(({ day }) => day.startsWith(year), year)),
    })
  })

  it('forgets what went and what an article said before', async () => {
    const changed = { ...all[0]!, day: '1950-03-01', text: { headline: ['完全不同'], heads: [], body: [] } }
    changed.place = placeOf({ id: changed.article, day: changed.day, sequence: 1, order: 1 })
    await write({ remove: all.slice(1, 100).map(({ article }) => article), entries: [changed] })
    const left = [changed, ...all.slice(100)]
    expect(await compare(left, '不同', {})).toBe(1)
    for (const text of ['汾', '汾河', '水库', 'news', '5g 水']) await compare(left, text, {})
    await write({ entries: all })
    expect(await compare(all, '汾', {})).toBeGreaterThan(100)
  })

  it('keeps nothing of a transaction that was rolled back', async () => {
    const req = await createLocalReq({}, house.payload)
    const work = inTransaction(req, async () => {
      await store.write({ req, remove: all.map(({ article }) => article), entries: [] })
      throw new Error('rolled back')
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await compare(all, '汾', {})).toBeGreaterThan(100)
  })

  it('finds in a long archive what more articles have than are counted, the newest of each tier first', async () => {
    const archive = Array.from({ length: 1300 }, (_, index): IndexedArticle => {
      const article = `archive${String(index).padStart(5, '0')}`
      const day = new Date(Date.UTC(1990, 0, 1 + index * 9)).toISOString().slice(0, 10)
      // The headline of every 100th has it; every second one has the word, in every third after it another.
      const headline = index % 100 === 0 ? '钟鼓楼' : '城墙'
      const body = [`旧闻${index % 2 === 0 ? '钟鼓楼' : '钟表'}${index % 3 === 0 ? '修缮' : '开放'}`]
      const shown = {
        ...{ kicker: null, headline, deck: null, column: null, paragraphs: body },
        ...{ authors: [], placements: [] },
      }
      return {
        ...{ article, day, publication: publications[0]!, pages: [pages[0]!], authors: [], shown },
        place: placeOf({ id: article, day, sequence: 1, order: 1 }),
        text: { headline: [headline], heads: [], body },
      }
    })
    const yearOf = new Map(archive.map(({ article, day }) => [article, day.slice(0, 4)]))
    await write({ entries: archive })
    const scopeOf = { none: {}, years: { from: '1995-01-01', to: '2004-12-31' } }
    for (const text of [
      '旧',
      '旧闻',
      '钟',
      '钟 修缮',
      '钟鼓楼',
      '钟鼓楼修缮',
      '钟表修缮 旧闻',
      '"钟鼓楼开放" 墙',
    ])
      for (const scope of Object.values(scopeOf)) {
        const query = asStoreQuery(text, scope)!
        const expected = findPlainly(archive, { phrases: query.phrases, scope })
        for (const [offset, limit] of [
          [0, 20],
          [10, 20],
          [380, 20],
          [0, 1000],
        ] as const) {
          const found = await store.find({ ...query, offset, limit })
          const wanted = expected.slice(offset, offset + limit)
          expect(found.matches.map(plain), `${text} ${offset}`).toEqual(wanted)
          expect([found.rows.length, found.more]).toEqual([
            Math.min(1000, expected.length),
            expected.length > 1000,
          ])
        }
        const years = new Set(yearOf.values())
        const matched = (year: string) =>
          expected.filter(({ article }) => yearOf.get(article) === year).length
        const { probed } = await store.find({ ...query, limit: 1, cap: 100 })
        if (expected.length > 100) {
          expect(Object.fromEntries(probed!.years.map(({ value, count }) => [value, count]))).toEqual(
            Object.fromEntries([...years].filter(matched).map((year) => [year, matched(year)])),
          )
        } else expect(probed).toBeNull()
      }
    await write({ remove: archive.map(({ article }) => article) })
  })
})
