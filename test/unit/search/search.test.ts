import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  countFacets,
  elementsOf,
  findPlainly,
  highlight,
  placeOf,
  placesBetween,
  placesOfYear,
  stretchesOf,
  readQuery,
  readSearch,
  snippetOf,
  unitSet,
  yearOfPlace,
} from '../../../src/core/search/index.ts'

const texts = (text: string) => elementsOf(text).map((element) => element.text)
const phrasesOf = (text: string) => {
  const words = readQuery(text)
  return 'phrases' in words ? words.phrases.map((phrase) => phrase.join('|')) : words.problem
}

describe('elements of a text', () => {
  it('are each Han character and each word or number, in one width and case', () => {
    expect(texts('汾河5G网络，Ａ座３００米。')).toEqual([
      '汾',
      '河',
      '5g',
      '网',
      '络',
      'a',
      '座',
      '300',
      '米',
    ])
    expect(texts('Straße STRASSE ΣΑΣ σας ﬁn Ⅳ ㎡')).toEqual([
      ...['strasse', 'strasse', 'σασ', 'σασ', 'fin', 'iv', 'm2'],
    ])
    expect(texts('〇二 々 𠮷野家 葛\u{E0100}城 カタカナ ｶﾅ')).toEqual([...'〇二々𠮷野家葛城カタカナカナ'])
    expect(texts('ｶﾞﾗｽ ﾊﾟﾝ ｳﾞ ガラス')).toEqual([...'ガラスパンヴガラス'])
    expect(texts('e\u0301te\u0301 été co\u00ADoperate don’t')).toEqual([
      'ete',
      'ete',
      'cooperate',
      'don',
      't',
    ])
    // Of Latin letters alone: elsewhere a mark makes another letter.
    expect(texts('Siobhán Łukasz Ærø naïve lǜ')).toEqual(['siobhan', 'lukasz', 'æro', 'naive', 'lu'])
    expect(texts('йод ガス हिन्दी')).toEqual(['йод', 'ガ', 'ス', 'हिन्दी'])
    expect(texts('\u0000\ud800 ？！“”…— \t')).toEqual([])
  })

  it('know where they stand in the text as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0
        for (const { start, end } of elementsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = start
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('are the same however often a text is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = texts(text).join(' ')
        expect(texts(once).join(' ')).toBe(once)
      }),
    )
  })
})

describe('a query', () => {
  it('is phrases parted by spaces, kept together by quotation marks', () => {
    expect(phrasesOf('汾河 水库　汾河')).toEqual(['汾|河', '水|库'])
    expect(phrasesOf('"new york" “new york” new york')).toEqual(['new|york', 'new', 'york'])
    expect(phrasesOf('“双减”政策')).toEqual(['双|减|政|策'])
    expect(phrasesOf('"汾河"水库')).toEqual(['汾|河', '水|库'])
    expect(phrasesOf(' \t ')).toBe('empty')
    expect(phrasesOf('“”…\u0000')).toBe('punctuation')
    expect(phrasesOf('汾'.repeat(201))).toBe('long')
    expect(phrasesOf(Array.from({ length: 17 }, (_, index) => index).join(' '))).toBe('many')
  })

  it('takes a quotation mark without its other one for none', () => {
    for (const open of ['"', '＂', '“', '„', '«', '”', '»']) {
      expect(phrasesOf(`${open}汾河 水库`), open).toEqual(['汾|河', '水|库'])
      expect(phrasesOf(`汾河 ${open}水库 大坝`), open).toEqual(['汾|河', '水|库', '大|坝'])
      expect(phrasesOf(`汾河 水${open}`), open).toEqual(['汾|河', '水'])
    }
    expect(phrasesOf('“汾河 水库” 大坝 “汾河')).toEqual(['汾|河|水|库', '大|坝', '汾|河'])
    expect(phrasesOf('“汾河 “水库 大坝” 新桥')).toEqual(['汾|河', '水|库|大|坝', '新|桥'])
    expect(phrasesOf('"汾河 水库" 大坝 "新桥 通车')).toEqual(['汾|河|水|库', '大|坝', '新|桥', '通|车'])
    expect(phrasesOf('„汾河 水库“ „大坝 新桥” «通 车»')).toEqual(['汾|河|水|库', '大|坝|新|桥', '通|车'])
  })

  it('takes a day, a month or a year for its range', () => {
    const range = (from: string, to: string) => {
      const request = readSearch(new URLSearchParams({ q: '汾', from, to }))
      return 'problem' in request ? request.problem.code : [request.from, request.to]
    }
    expect(range('2024', '2024')).toEqual(['2024-01-01', '2024-12-31'])
    expect(range('2024-02', '2024-02')).toEqual(['2024-02-01', '2024-02-29'])
    expect(range('2023-02-29', '')).toBe('searchDay')
    expect(range('2024-00', '')).toBe('searchDay')
    expect(range('1800', '2158')).toEqual(['1800-01-01', '2158-12-31'])
    for (const outside of ['1799-12-31', '1799', '2159', '2159-01-01', '9999', '0001'])
      expect([range(outside, ''), range('', outside)], outside).toEqual(['searchYears', 'searchYears'])
  })
})

describe('a page among the facets', () => {
  const page = (number: string, name: string | null) => ({ number, name })
  const entries = [
    [page('1', '要闻')],
    [page('1', null)],
    [page('2', '要 闻'), page('3', '要闻')],
    [page('2', null), page('A3', 'A03')],
    [page('5', '1')],
    [page('6', '0')],
    [page('7', '…')],
    [page('8', '01')],
  ].map((pages, at) => ({
    ...{ article: String(at), publication: 'p', day: '2021-10-09', place: at, pages, authors: [] },
    text: { headline: ['桥'], heads: [], body: [] },
  }))

  it('says as many as a search for it finds', () => {
    const { page: values } = countFacets(
      entries.map(({ publication, pages, authors }) => ({ publication, year: 2021, pages, authors })),
    )
    expect(values.map(({ value }) => value)).toEqual(['1', '2', '要闻', '0', 'A03'])
    for (const { value, count } of values) {
      const request = readSearch(new URLSearchParams({ q: '桥', page: value }))
      if ('problem' in request) throw new Error(request.problem.code)
      const scope = { page: request.page! }
      expect([value, count]).toEqual([value, findPlainly(entries, { phrases: [['桥']], scope }).length])
    }
  })
})

describe('what units are made of', () => {
  it('never holds what parts units or ends a string of an FTS5 query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, id) => {
        const units = unitSet({
          ...{ article: id, publication: id, day: '2021-10-09', place: 0, authors: [id] },
          pages: [{ number: text, name: text }],
          text: { headline: [text], heads: [text], body: [text] },
        })
        // eslint-disable-next-line no-control-regex
        for (const unit of units) expect(unit).not.toMatch(/[\s"\u0000-\u002f:-@[-`{-\u007f]/)
      }),
    )
  })
})

describe('the place of an article', () => {
  it('belongs to exactly one stretch of a range, and the stretches grow', () => {
    const range = { first: placeOf({ id: 'a', day: '2021-10-09', sequence: 3, order: 2 }), last: 0 }
    range.last = placeOf({ id: 'b', day: '1950-03-01', sequence: 1, order: 1 })
    const none = { wanted: 1000, found: () => 0 }
    const stretches = [...stretchesOf(range, none)]
    expect(stretches[0]!.first).toBe(range.first)
    expect(stretches.at(-1)!.last).toBe(range.last)
    for (const [index, { first, last }] of stretches.entries()) {
      expect(first).toBeLessThanOrEqual(last)
      if (index > 0) expect(first).toBe(stretches[index - 1]!.last + 1)
      const year = yearOfPlace(last)
      const endsIt = [range.last, placesOfYear(year).last].includes(last)
      expect(endsIt || yearOfPlace(first) === year).toBe(true)
    }
    const lengths = stretches.slice(0, -1).map(({ first, last }) => last - first)
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other))
    // Seventy years in a handful.
    expect(stretches).toHaveLength(6)
    expect([...stretchesOf({ first: 1, last: 0 }, none)]).toEqual([])
  })

  it('is in one of the few stretches that reach a little further than the matches that are wanted', () => {
    const first = placeOf({ id: 'a', day: '2021-10-09', sequence: 1, order: 1 })
    const last = placeOf({ id: 'b', day: '1950-03-01', sequence: 1, order: 1 })
    const perDay =
      placesBetween('2021-10-09', '2021-10-09').last + 1 - placesBetween(null, '2021-10-09').first
    for (const [everyDays, wanted, atBest] of [
      [1, 100, 0],
      [7, 300, 0],
      [1, 20, 0],
      // It is known beforehand how near they can stand.
      [7, 300, 2100],
      [7, 300, 500],
    ] as const) {
      let days = 0
      let stretches = 0
      const found = () => Math.floor(days / everyDays)
      for (const stretch of stretchesOf({ first, last }, { wanted, found, days: atBest })) {
        if (found() >= wanted) break
        days = (stretch.last - first) / perDay
        stretches += 1
      }
      expect(days).toBeGreaterThanOrEqual(wanted * everyDays)
      // To a year's end at most, beside the quarter more than was expected.
      expect(days).toBeLessThan(wanted * everyDays * 1.25 + 365)
      expect(stretches).toBeLessThan(atBest > 0 ? 3 : 7)
    }
  })

  it('is lower for a later day, then for a page and a place on it further to the front', () => {
    const at = (day: string, sequence: number, order: number, id = 'aaaaaaaaaaaa') =>
      placeOf({ id, day, sequence, order })
    const places = [
      at('2024-10-25', 1, 1),
      at('2024-10-24', 1, 1),
      at('2024-10-24', 1, 2),
      at('2024-10-24', 2, 1),
      at('2024-10-24', 1003, 1),
      at('2024-10-24', 5001, 2),
      at('2024-10-24', 5002, 1),
      at('2024-10-24', 26_099, 1),
      at('2024-10-24', 28_001, 1),
      at('1949-10-01', 1, 1),
      at('1800-01-01', Infinity, Infinity),
    ]
    expect([...places].sort((one, other) => one - other)).toEqual(places)
    expect(places.every(Number.isSafeInteger)).toBe(true)
    expect(places.map(yearOfPlace)).toEqual([...Array(9).fill(2024), 1949, 1800])
  })

  it('is within its day’s and its year’s places, and no other’s', () => {
    const day = fc
      .integer({ min: 0, max: 100_000 })
      .map((days) => new Date(Date.UTC(1850, 0, 1 + days)).toISOString().slice(0, 10))
    const within = (place: number, { first, last }: { first: number; last: number }) =>
      place >= first && place <= last
    fc.assert(
      fc.property(day, day, fc.nat(5000), fc.nat(2000), (one, other, sequence, order) => {
        const place = placeOf({ id: one + sequence, day: one, sequence, order })
        expect(within(place, placesBetween(other, null))).toBe(one >= other)
        expect(within(place, placesBetween(null, other))).toBe(one <= other)
        expect(within(place, placesOfYear(Number(other.slice(0, 4))))).toBe(
          one.slice(0, 4) === other.slice(0, 4),
        )
      }),
    )
  })
})

describe('what is shown of a match', () => {
  it('marks what was found in the text as it was printed', () => {
    const { text, marks } = highlight('５Ｇ网络与5g 网', [['5g', '网']])
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['５Ｇ网', '5g 网'])
    const cafe = highlight('The Cafe\u0301 of Siobhán', [['cafe', 'of', 'siobhan']])
    expect(cafe.marks).toEqual([{ start: 4, end: cafe.text.length }])
    expect(highlight('汾河汾河水', [['汾', '河'], ['河', '汾'], ['水']]).marks).toEqual([
      { start: 0, end: 5 },
    ])
  })

  it('is cut round the first match, from the paragraph that has most of what was asked for', () => {
    const far = `${'前'.repeat(60)}汾河${'后'.repeat(100)}水库。`
    const snippet = snippetOf(
      ['汾河而已。', far],
      [
        ['汾', '河'],
        ['水', '库'],
      ],
    )!
    expect(snippet.cutBefore && snippet.cutAfter).toBe(true)
    expect(snippet.text).toBe(`${'前'.repeat(24)}汾河${'后'.repeat(55)}`)
    expect(snippet.marks).toEqual([{ start: 24, end: 26 }])
    expect(snippetOf(['没有。'], [['汾']])).toEqual({
      text: '没有。',
      marks: [],
      cutBefore: false,
      cutAfter: false,
    })
    expect(snippetOf([], [['汾']])).toBeNull()
  })
})
