import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import {
  makeReady,
  move,
  newsroom,
  printedPage,
  bringOut,
  layOut,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { apiClient } from '../rest.ts'

const doors = [
  'issues',
  'pages',
  'placements',
  'articles',
  'authors',
  'media',
  'transcripts',
  'import-runs',
  'users',
]

describe('what an anonymous reader gets', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom
  const reader = apiClient()

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
  })
  afterAll(() => house.stop())

  /** Ids of the drafts and of everything that is public only through them. */
  const secrets = () => [
    printed.issue.id,
    printed.page.id,
    printed.author.id,
    ...printed.articles.map(({ id }) => id),
    ...printed.placements.map(({ id }) => id),
  ]
  const everything = async (query: string) =>
    JSON.stringify(await Promise.all(doors.map((door) => reader.get(`/api/${door}?depth=3&${query}`))))

  it('is nothing at all while nothing is published, with or without ?draft', async () => {
    for (const query of ['', 'draft=true', 'draft=true&overrideAccess=true', 'trash=true', 'locale=all']) {
      const answers = await everything(query)
      for (const id of secrets()) expect(answers, query).not.toContain(id)
    }
    for (const door of ['issues', 'pages', 'placements', 'articles', 'authors']) {
      expect((await reader.get(`/api/${door}/count`)).body.totalDocs, door).toBe(0)
      const id = {
        issues: printed.issue,
        pages: printed.page,
        placements: printed.placements[0],
        articles: printed.articles[0],
        authors: printed.author,
      }[door]!.id
      expect((await reader.get(`/api/${door}/${id}?draft=true`)).status, door).toBe(404)
    }
    expect((await reader.get('/api/articles/versions')).status).toBe(403)
    expect((await reader.get('/api/transcripts')).status).toBe(403)
    const graphql = await reader.graphql(
      '{ Articles(draft: true) { totalDocs docs { id } } Authors { docs { id } } }',
    )
    expect(graphql.body.data).toEqual({ Articles: { totalDocs: 0, docs: [] }, Authors: { docs: [] } })
  })

  it('cannot find out what a hidden field or draft says by filtering on it', async () => {
    for (const filter of [
      'articles?where[headline][equals]=新桥通车',
      'authors?where[articles.headline][equals]=新桥通车',
      'publications?where[slug][equals]=riverside&joins[x][where][a][equals]=b',
      'placements?where[article.headline][equals]=新桥通车',
      'pages?where[issue.number][exists]=false',
    ]) {
      const { body } = await reader.get(`/api/${filter}`)
      if (filter.startsWith('publications')) continue
      expect(body.totalDocs ?? 0, filter).toBe(0)
    }
    const filtered = await reader.get('/api/articles?where[title][contains]=桥')
    expect(filtered.status).toBe(400)
    const byDoubts = await reader.get('/api/articles?where[importedHash][exists]=true')
    expect(byDoubts.status).toBe(400)
  })

  it('is exactly the published article and what it stands on, once the chief publishes the issue', async () => {
    const [article, other] = printed.articles
    await makeReady(desk, article.id)
    expect((await reader.get('/api/articles')).body.totalDocs).toBe(0)
    await bringOut(desk, printed.issue.id)

    const articles = (await reader.get('/api/articles?depth=2')).body
    expect(articles.docs.map((doc: any) => doc.headline)).toEqual(['新桥通车'])
    expect(articles.docs[0]).not.toHaveProperty('title')
    expect(articles.docs[0]).not.toHaveProperty('importedHash')
    const issue = (await reader.get(`/api/issues/${printed.issue.id}?depth=2`)).body
    expect(issue.date.slice(0, 10)).toBe('2021-10-09')
    expect(issue.pages.docs.map((page: any) => page.number)).toEqual(['1'])
    const page = (await reader.get(`/api/pages/${printed.page.id}?depth=2`)).body
    expect(page.placements.docs.map((placement: any) => placement.article.headline)).toEqual(['新桥通车'])
    expect(page.placements.docs[0]).not.toHaveProperty('startLine')
    const author = (await reader.get('/api/authors?where[name][equals]=林小满&depth=1')).body
    expect(author.docs[0].articles.docs.map((doc: any) => doc.id)).toEqual([article.id])

    for (const query of ['', 'draft=true']) {
      const answers = await everything(query)
      expect(answers).not.toContain(other.id)
      expect(answers).not.toContain(printed.placements[1].id)
    }
    const graphql = await reader.graphql(
      '{ Issues { docs { pages { docs { number placements { docs { article { headline } } } } } } } }',
    )
    expect(graphql.body.data.Issues.docs[0].pages.docs[0].placements.docs).toEqual([
      { article: { headline: '新桥通车' } },
    ])
  })

  it('finds an issue by its day', async () => {
    expect((await reader.get('/api/issues?where[date][equals]=2021-10-09')).body.totalDocs).toBe(1)
    expect((await reader.get('/api/issues?where[date][less_than_equal]=2021-10-09')).body.totalDocs).toBe(1)
    expect((await reader.get('/api/issues?where[date][equals]=2021-10-10')).body.totalDocs).toBe(0)
    expect((await reader.get('/api/pages?where[issue.date][equals]=2021-10-09')).body.totalDocs).toBe(1)
    expect((await reader.get('/api/articles?where[printedOn][equals]=2021-10-09')).body.totalDocs).toBe(1)
    expect((await reader.get('/api/articles?where[printedOn][less_than]=2021-10-09')).body.totalDocs).toBe(0)
  })

  it('finds an issue by its day over GraphQL, where a day is the moment at which it begins', async () => {
    const day = '2021-10-09T00:00:00Z'
    const issues = async (where: string) => {
      const { body } = await reader.graphql(`{ Issues(where: { date: ${where} }) { totalDocs } }`)
      return body.errors ?? body.data.Issues.totalDocs
    }
    expect(await issues(`{ equals: "${day}" }`)).toBe(1)
    expect(await issues(`{ not_equals: "${day}" }`)).toBe(0)
    expect(await issues('{ equals: "2021-10-10T00:00:00Z" }')).toBe(0)
    expect(await issues(`{ greater_than_equal: "${day}", less_than: "2021-10-10T00:00:00Z" }`)).toBe(1)
    expect(await issues(`{ less_than: "${day}" }`)).toBe(0)
  })

  it('does not change while the published article is being corrected', async () => {
    const [article] = printed.articles
    await move(desk.editor, {
      id: article.id,
      name: 'correct',
      input: { kind: 'correction', reason: '人名有误' },
    })
    const { rev } = (await desk.editor.get(`/api/articles/${article.id}?draft=true`)).body
    const saved = await desk.editor.patch(`/api/articles/${article.id}`, { headline: '未定稿', rev })
    expect(saved.status).toBe(200)
    for (const query of ['', '?draft=true']) {
      expect((await reader.get(`/api/articles/${article.id}${query}`)).body.headline).toBe('新桥通车')
    }
    expect((await reader.get('/api/authors?depth=1')).body.docs[0].articles.docs).toHaveLength(1)
  })

  it('does not change when the published article is laid out elsewhere, or its issue or author is edited', async () => {
    const [article] = printed.articles
    const before = await everything('')
    const issue = await desk.pageEditor.post('/api/issues', {
      ...{ publication: printed.publication.id, date: '2021-10-10', edition: 'main' },
    })
    const page = await desk.pageEditor.post('/api/pages', { issue: issue.body.doc.id, number: '2' })
    expect([issue.status, page.status]).toEqual([201, 201])
    await layOut(desk.pageEditor, issue.body.doc.id, {
      ...{ op: 'place', article: article.id, page: page.body.doc.id },
    })
    const tries = [
      await desk.pageEditor.patch(`/api/issues/${printed.issue.id}`, { number: '1' }),
      await desk.pageEditor.patch(`/api/pages/${printed.page.id}`, { name: '副刊' }),
      await desk.pageEditor.patch(`/api/placements/${printed.placements[0].id}`, { order: 9 }),
      await desk.pageEditor.delete(`/api/placements/${printed.placements[0].id}`),
      await desk.reporter.patch(`/api/authors/${printed.author.id}`, { name: '佚名' }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([409, 409, 403, 403, 409])
    expect(await everything('')).toBe(before)
  })

  it('is nothing again after the last article was withdrawn by two people', async () => {
    const [article] = printed.articles
    await move(desk.chief, {
      id: article.id,
      name: 'withdraw',
      input: { reason: '来源不实', notice: '本稿已撤下。' },
    })
    expect((await reader.get(`/api/articles/${article.id}`)).status).toBe(200)
    await move(desk.sectionHead, {
      id: article.id,
      name: 'withdraw',
      input: { reason: '同意', confirm: true },
    })
    const gone = await reader.get(`/api/articles/${article.id}`)
    expect(gone.status).toBe(410)
    expect(gone.body.errors[0].data).toMatchObject({ code: 'withdrawn', notice: '本稿已撤下。' })
    expect((await reader.get(`/api/articles/${article.id}?draft=true`)).status).toBe(410)
    expect((await reader.get(`/api/articles/${article.id}/transitions`)).status).toBe(401)
    expect((await reader.get(`/api/articles/${printed.articles[1].id}`)).status).toBe(404)
    const asked = await reader.graphql(`{ Article(id: "${article.id}") { headline } }`)
    expect(asked.body.data.Article).toBeNull()
    expect(asked.body.errors[0].extensions).toMatchObject({ code: 'withdrawn', notice: '本稿已撤下。' })
    const other = await reader.graphql(`{ Article(id: "${printed.articles[1].id}") { headline } }`)
    expect(other.body.errors[0].extensions).not.toHaveProperty('code')
    // The page keeps its shape: where the article stood there is its notice, and nothing of it.
    const page = (await reader.get(`/api/pages/${printed.page.id}?depth=2`)).body
    expect(page.placements.docs).toEqual([
      expect.objectContaining({ article: article.id, tombstone: '本稿已撤下。' }),
    ])
    const answers = await everything('')
    const shown = [printed.issue.id, printed.page.id, printed.placements[0].id, article.id]
    for (const id of shown) expect(answers).toContain(id)
    for (const id of secrets().filter((one) => !shown.includes(one))) expect(answers).not.toContain(id)
    expect(answers).not.toContain('新桥通车')
  })
})
