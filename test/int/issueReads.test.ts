import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { publishHouse, type PublishedHouse } from '../../bench/publishedHouse.ts'
import type { Calendar, TableOfContents } from '../../src/exports/delivery.ts'
import { readPublished } from '../../src/exports/delivery.ts'
import { boot, type Booted } from '../boot.ts'
import { makeReady, move, newsroom, printedPage, bringOut, type Newsroom, type Page } from '../newsroom.ts'
import { apiClient } from '../rest.ts'

let booted: Booted
let payload: Payload
let printed: PublishedHouse
let people: Newsroom
let page: Page
const reader = apiClient()

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  printed = await publishHouse(payload, { articles: 100, perIssue: 40, hiddenEvery: 9 })
  people = await newsroom(payload)
  page = await printedPage(payload)
  for (const { id } of page.articles) await makeReady(people, id)
  await bringOut(people, page.issue.id)
})
afterAll(() => booted.stop())

const contents = async (name: string, publication = 'trial-daily'): Promise<TableOfContents> =>
  (await reader.get(`/api/publications/${publication}/issues/${name}`)).body

describe('the table of contents of an issue', () => {
  it('has every page in order, on each the published articles that stand there, and nothing that is not published', async () => {
    const answer = await contents('1990-01-01')
    expect(answer.publication).toMatchObject({ slug: 'trial-daily', name: '试印日报' })
    expect(answer.issue).toMatchObject({
      date: '1990-01-01',
      edition: 'main',
      path: '/trial-daily/1990-01-01',
    })
    expect(answer.pages.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    const rows = await reader.get(
      `/api/placements?where[issue][equals]=${printed.issues[0]}&limit=500&depth=0&sort=order`,
    )
    for (const { id, articles, path, number } of answer.pages) {
      expect(path).toBe(`/trial-daily/1990-01-01/${number}`)
      const here = rows.body.docs.filter((row: { page: string }) => row.page === id)
      expect(articles.map(({ article }) => article?.id)).toEqual(
        here.map((row: { article: string }) => row.article),
      )
    }
    const shown = answer.pages.flatMap(({ articles }) => articles.map(({ article }) => article?.id))
    expect(shown).toHaveLength(36)
    for (const id of printed.hidden) expect(JSON.stringify(answer)).not.toContain(id)
    const [first] = answer.pages[0]!.articles
    const article = (await reader.get(`/api/articles/${first!.article!.id}?depth=1`)).body
    expect(first!.article).toMatchObject({
      ...{ headline: article.headline, kicker: article.kicker, column: article.column },
      authors: [{ id: article.authors[0].id, name: article.authors[0].name }],
      path: `/trial-daily/1990-01-01/a/${article.id}`,
    })
  })

  it('leads to the issue before and the issue after', async () => {
    expect(await contents('1990-01-02')).toMatchObject({
      previous: { date: '1990-01-01' },
      next: { date: '1990-01-03' },
    })
    expect(await contents('1990-01-01')).toMatchObject({ previous: null })
    expect(await contents('1990-01-03')).toMatchObject({ next: null })
  })

  it('of the latest issue is had by that name', async () => {
    expect(await contents('latest')).toEqual(await contents('1990-01-03'))
  })

  it('costs as many queries for a large issue as for a small one', async () => {
    const find = vi.spyOn(payload.db, 'find')
    await contents('1990-01-01')
    const large = find.mock.calls.length
    find.mockClear()
    await contents('2021-10-09', 'riverside')
    expect(find.mock.calls.length).toBe(large)
    expect(large).toBeLessThanOrEqual(8)
    find.mockRestore()
  })

  it.each(['1990-01-04', '1990-13-01', 'newest', '1990-01-01-late', '1990-01-01-main'])(
    'of %s is not there, and says what to check',
    async (name) => {
      const answer = await reader.get(`/api/publications/trial-daily/issues/${name}`)
      expect(answer.status).toBe(404)
      expect(answer.body.errors[0].message).toContain('latest')
    },
  )

  it('is the same for staff: no draft shows', async () => {
    const answer = await people.chief.get('/api/publications/trial-daily/issues/1990-01-01')
    expect(answer.body).toEqual(await contents('1990-01-01'))
  })

  it('keeps the place of a withdrawn article with its notice', async () => {
    const [article, other] = page.articles
    await move(people.chief, {
      id: article.id,
      name: 'withdraw',
      input: { reason: '来源不实', notice: '本文已撤下。' },
    })
    await move(people.sectionHead, {
      ...{ id: article.id, name: 'withdraw' },
      input: { reason: '同意', notice: '本文已撤下。', confirm: true },
    })
    const answer = await contents('2021-10-09', 'riverside')
    expect(answer.pages[0]!.articles).toMatchObject([
      { article: null, tombstone: '本文已撤下。' },
      { article: { id: other.id }, tombstone: null },
    ])
    expect(JSON.stringify(answer)).not.toContain('新桥通车')
  })
})

describe('the calendar of a year', () => {
  it('has the days on which issues appeared, and how far the archive goes', async () => {
    const { body, status } = await reader.get('/api/publications/trial-daily/calendar/1990')
    expect(status).toBe(200)
    const calendar = body as Calendar
    expect(calendar).toMatchObject({ year: 1990, first: '1990-01-01', last: '1990-01-03' })
    expect(calendar.days.map(({ date }) => date)).toEqual(['1990-01-01', '1990-01-02', '1990-01-03'])
    expect(calendar.days[0]!.issues).toMatchObject([
      { id: printed.issues[0], path: '/trial-daily/1990-01-01' },
    ])
    const empty = (await reader.get('/api/publications/trial-daily/calendar/1991')).body as Calendar
    expect(empty).toMatchObject({ days: [], first: '1990-01-01' })
  })

  it('shows no issue that has not appeared', async () => {
    await payload.create({
      collection: 'issues',
      data: { publication: printed.publication, date: '1990-02-01', edition: 'main' },
    })
    const { body } = await reader.get('/api/publications/trial-daily/calendar/1990')
    expect(body).toMatchObject({ last: '1990-01-03' })
    expect(JSON.stringify(body)).not.toContain('1990-02-01')
    expect((await reader.get('/api/publications/trial-daily/issues/1990-02-01')).status).toBe(404)
  })

  it('of what is no year, or of no newspaper, is refused in words', async () => {
    expect((await reader.get('/api/publications/trial-daily/calendar/90')).status).toBe(400)
    expect((await reader.get('/api/publications/nothing/calendar/1990')).status).toBe(404)
  })
})

describe('pages rendered on the server', () => {
  it('get the very same answers, from the same memory', async () => {
    const url = '/api/publications/trial-daily/issues/1990-01-02'
    const { status, body } = await readPublished<TableOfContents>(payload, { url })
    expect({ status, body }).toEqual({ status: 200, body: await contents('1990-01-02') })
    await expect(readPublished(payload, { url: '/api/users/me' })).rejects.toThrow('no published read')
  })
})
