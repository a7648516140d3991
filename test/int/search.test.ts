import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inventedWords } from '../../bench/inventedText.ts'
import { publishArchive } from '../../bench/publishedArchive.ts'
import { rebuildSearch } from '../../src/delivery/search/rebuildSearch.ts'
import { searchStore } from '../../src/database/search/index.ts'
import { optionsOf } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import {
  bodyOf,
  makeReady,
  move,
  newsroom,
  printedPage,
  bringOut,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { apiClient } from '../rest.ts'

describe('search, as a reader asks for it', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom
  const reader = apiClient()

  const search = async (params: Record<string, string>) => {
    const { status, body } = await reader.get(`/api/search?${new URLSearchParams(params)}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const found = async (params: Record<string, string>): Promise<string[]> =>
    (await search(params)).hits.map(({ id }: { id: string }) => id)
  const publish = async () => {
    await bringOut(desk, printed.issue.id)
  }
  const write = async (id: string, data: object) => {
    const { rev } = (await desk.editor2.get(`/api/articles/${id}?draft=true`)).body
    const { status, body } = await desk.editor2.patch(`/api/articles/${id}`, { rev, ...data })
    expect(status, JSON.stringify(body)).toBe(200)
  }

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
    const [first, second] = printed.articles
    await write(first.id, {
      kicker: '“双减”政策落地',
      body: bodyOf('汾河上的新桥今天通车。', '桥长３００米<b>，5G 信号覆盖全桥；市民说，雪天也能过河。'),
    })
    await write(second.id, { deck: '汾河边的老街', body: bodyOf('修缮从三月开始。', '新桥也近了。') })
  })
  afterAll(() => house.stop())

  it('finds nothing that is not published', async () => {
    await makeReady(desk, printed.articles[0].id)
    for (const q of ['新桥', '汾河', '林小满', '修缮']) {
      const { hits, total, facets } = await search({ q })
      expect({ hits, total }, q).toEqual({ hits: [], total: { count: 0, more: false } })
      for (const facet of Object.values<any>(facets)) expect(facet.values).toEqual([])
    }
  })

  it('finds an article from the moment it is published, with what it is and where it stands', async () => {
    await publish()
    const { hits, total, facets } = await search({ q: '汾河' })
    const [article] = printed.articles
    expect(total).toEqual({ count: 1, more: false })
    expect(hits).toEqual([
      {
        id: article.id,
        path: `/riverside/2021-10-09/a/${article.id}`,
        matched: 'lead',
        publication: { id: printed.publication.id, name: '河畔日报', slug: 'riverside' },
        date: '2021-10-09',
        edition: 'main',
        pages: [{ number: '1', name: '要闻', path: '/riverside/2021-10-09/1' }],
        authors: [{ id: printed.author.id, name: '林小满' }],
        column: null,
        kicker: { text: '“双减”政策落地', marks: [], cutBefore: false, cutAfter: false },
        headline: { text: '新桥通车', marks: [], cutBefore: false, cutAfter: false },
        deck: null,
        snippet: {
          text: '汾河上的新桥今天通车。',
          marks: [{ start: 0, end: 2 }],
          cutBefore: false,
          cutAfter: false,
        },
      },
    ])
    expect(facets).toEqual({
      publication: { counted: 'all', values: [{ value: 'riverside', label: '河畔日报', count: 1 }] },
      year: { counted: 'all', values: [{ value: '2021', label: '2021', count: 1 }] },
      page: { counted: 'all', values: [{ value: '要闻', label: '要闻', count: 1 }] },
      author: { counted: 'all', values: [{ value: printed.author.id, label: '林小满', count: 1 }] },
    })
    // The draft beside it says 汾河 and 新桥 too.
    expect(await found({ q: '新桥' })).toEqual([article.id])
  })

  it('finds single characters, words and numbers in any width, and what punctuation stands within; marks what it found', async () => {
    const [{ id }] = printed.articles
    for (const q of [
      '雪',
      '300',
      '３００米',
      '5g',
      '5G信号',
      '双减政策',
      '“双减”政策',
      '林小满',
      '新桥 汾河',
      '"新桥 通车"',
    ]) {
      expect(await found({ q }), q).toEqual([id])
    }
    for (const q of ['河汾', '30', '5G 汾水', '汾河通车']) expect(await found({ q }), q).toEqual([])
    const { hits } = await search({ q: '300 桥' })
    const { text, marks } = hits[0].snippet
    expect(text).toContain('３００米<b>')
    expect(marks.map(({ start, end }: any) => text.slice(start, end))).toEqual(['桥', '３００', '桥'])
  })

  it('narrows by publication, date, page and author', async () => {
    const [{ id }] = printed.articles
    for (const scope of [
      { publication: 'riverside' },
      { publication: printed.publication.id },
      { from: '2021-10-09', to: '2021-10-09' },
      { from: '2021', to: '2021-10' },
      { page: '1' },
      { page: '01' },
      { page: '要闻' },
      { author: printed.author.id },
      { author: '林小满' },
      { sort: 'newest' },
    ]) {
      expect(await found({ q: '新桥', ...(scope as object) }), JSON.stringify(scope)).toEqual([id])
    }
    for (const scope of [
      { publication: 'hillside' },
      { from: '2021-10-10' },
      { to: '2021-10-08' },
      { from: '1950', to: '1951' },
      { from: '2050' },
      { page: '2' },
      { page: '…' },
      { author: '佚名' },
    ]) {
      expect(await found({ q: '新桥', ...(scope as object) }), JSON.stringify(scope)).toEqual([])
    }
  })

  it('answers odd input with a sentence that says what to do', async () => {
    const refused = {
      '': 'searchEmpty',
      '%20%20': 'searchEmpty',
      '%E3%80%82%EF%BC%8C%22%22': 'searchPunctuation',
      '%00': 'searchPunctuation',
      [`${'%E6%B1%BE'.repeat(201)}`]: 'searchLong',
      [Array.from({ length: 17 }, (_, index) => `w${index}`).join('+')]: 'searchMany',
      '%E6%B1%BE&from=2021-13': 'searchDay',
      '%E6%B1%BE&to=yesterday': 'searchDay',
      '%E6%B1%BE&from=2022&to=2021': 'searchRange',
      '%E6%B1%BE&sort=rank': 'searchSort',
      '%E6%B1%BE&limit=0': 'searchNumber',
      '%E6%B1%BE&limit=51': 'searchNumber',
      '%E6%B1%BE&offset=-1': 'searchOffset',
      '%E6%B1%BE&offset=990': 'searchDeep',
      '%E6%B1%BE&offset=490': 'searchDeep',
      '%E6%B1%BE&from=1799': 'searchYears',
      '%E6%B1%BE&to=2159-01-01': 'searchYears',
      [`%E6%B1%BE&page=${'x'.repeat(201)}`]: 'searchFilter',
    }
    for (const [query, code] of Object.entries(refused)) {
      const { status, body } = await reader.get(`/api/search?q=${query}`)
      expect([status, body.errors?.[0].data.code], query).toEqual([400, code])
      expect(body.errors[0].message).not.toMatch(/\{|undefined/)
    }
    expect((await reader.get('/api/search')).status).toBe(400)
    // The rule is said as it is, and the last that it allows is answered.
    const { body } = await reader.get('/api/search?q=%E6%B1%BE&offset=481')
    expect(body.errors[0].message).toContain('offset 与 limit 之和不能超过 500')
    expect((await reader.get('/api/search?q=%E6%B1%BE&offset=480')).status).toBe(200)
  })

  it('takes operators, quotes and signs for text', async () => {
    for (const q of [
      '汾 OR 河',
      'NOT 汾',
      'headline:汾',
      '汾*',
      '"汾',
      "汾'; DROP TABLE articles; --",
      '^汾',
      '汾 + 河',
      '(汾',
      '{units}:汾',
      'NEAR(汾 河)',
      '汾\u0000河',
      '$where',
    ]) {
      const { status } = await reader.get(`/api/search?q=${encodeURIComponent(q)}`)
      expect(status, q).toBe(200)
    }
    expect(await found({ q: '汾 OR 河' })).toEqual([])
    expect(await found({ q: '汾*' })).toEqual([printed.articles[0].id])
  })

  it('knows nothing of a correction before it is published, and then nothing of what was wrong', async () => {
    const [{ id }] = printed.articles
    await move(desk.editor2, {
      id,
      name: 'correct',
      input: { kind: 'typo', reason: '人名有误' },
    })
    await write(id, { headline: '大桥通车' })
    expect(await found({ q: '大桥' })).toEqual([])
    expect(await found({ q: '新桥通车' })).toEqual([id])
    await move(desk.editor2, { id, name: 'submitCorrection', input: { note: '桥名有误。' } })
    await move(desk.chief, { id, name: 'signOff' })
    await move(desk.proofreader, { id, name: 'proof' })
    await move(desk.chief, { id, name: 'republish' })
    expect(await found({ q: '大桥' })).toEqual([id])
    expect(await found({ q: '新桥通车' })).toEqual([])
    expect((await search({ q: '大桥通车' })).hits[0].matched).toBe('headline')
  })

  it('finds an article by its author’s new name', async () => {
    const renamed = await desk.chief.patch(`/api/authors/${printed.author.id}`, { name: '林大满' })
    expect(renamed.status).toBe(200)
    expect(await found({ q: '林大满' })).toEqual([printed.articles[0].id])
    expect(await found({ q: '林小满' })).toEqual([])
  })

  it('is rebuilt from what is published, and answers that it is not ready until it is', async () => {
    const { payload } = house
    const { slugs } = optionsOf(payload)
    await searchStore(payload)!.clear()
    const { status, body } = await reader.get('/api/search?q=桥')
    expect([status, body.errors[0].data.code]).toEqual([503, 'searchNotBuilt'])
    const steps: number[][] = []
    const all = await rebuildSearch({ payload, slugs, onProgress: (...step) => steps.push(step) })
    expect([all, steps]).toEqual([1, [[1, 1]]])
    expect(await found({ q: '大桥' })).toEqual([printed.articles[0].id])
  })

  it('is rebuilt whole, however many more issues and articles there are than are read at once', async () => {
    const { payload } = house
    const { slugs } = optionsOf(payload)
    const words = inventedWords()
    // Five issues of two newspapers; none of the words is in the printed article.
    await publishArchive(payload, { articles: 60, words })
    // One of them stands on no public page.
    const where = { 'article.publication.slug': { equals: 'paper-1' } }
    const [loose] = (await payload.find({ collection: 'placements', where, limit: 1, depth: 0 })).docs
    await payload.db.updateOne({ collection: 'placements', id: loose!.id, data: { public: false } })
    expect(await rebuildSearch({ payload, slugs, atOnce: 2 })).toBe(61)
    const { total } = await search({ q: words[0]! })
    expect(total.count).toBeGreaterThan(50)
    const published = { _status: { equals: 'published' } } as const
    const { docs } = await payload.find({ collection: 'articles', where: published, limit: 0, depth: 0 })
    expect(docs).toHaveLength(61)
    for (const { id, headline } of docs)
      expect(await found({ q: String(headline), limit: '50' })).toContain(id)
  })

  it('says of every facet as many as a search narrowed to it finds', async () => {
    const { payload } = house
    const { slugs } = optionsOf(payload)
    const { docs: pages } = await payload.find({ collection: 'pages', limit: 0, depth: 0, sort: 'id' })
    // One has a number alone, which others have beside their names; of two the names differ in width alone.
    const names = [null, '副刊 Ａ', '副刊A', '3']
    for (const [at, name] of names.entries()) {
      await payload.db.updateOne({ collection: 'pages', id: pages[at]!.id, data: { name } })
    }
    await rebuildSearch({ payload, slugs })
    const words = inventedWords()
    const q = (
      await Promise.all(words.slice(0, 20).map(async (word) => ({ word, ...(await search({ q: word })) })))
    ).sort((one, other) => other.total.count - one.total.count)[0]!.word
    const { facets } = await search({ q })
    expect(facets.page.values.length).toBeGreaterThan(2)
    for (const [name, { counted, values }] of Object.entries<any>(facets)) {
      expect(counted).toBe('all')
      for (const { value, count } of values) {
        const narrowed: Record<string, string> =
          name === 'year' ? { from: value, to: value } : { [name]: value }
        const { total } = await search({ q, ...narrowed })
        expect([name, value, total], name).toEqual([name, value, { count, more: false }])
      }
    }
  })

  it('forgets an article that is withdrawn', async () => {
    const [{ id }] = printed.articles
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice: '本稿已撤下。' } })
    expect(await found({ q: '大桥' })).toEqual([id])
    await move(desk.sectionHead, { id, name: 'withdraw', input: { reason: '同意', confirm: true } })
    const { hits, total, facets } = await search({ q: '大桥' })
    expect([hits, total.count]).toEqual([[], 0])
    for (const facet of Object.values<any>(facets)) expect(facet.values).toEqual([])
  })
})
