import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishHouse } from '../../bench/publishedHouse.ts'
import { optionsOf } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import { serve, type HttpClient, type Served } from '../http.ts'

let booted: Booted
let served: Served
let reader: HttpClient

beforeAll(async () => {
  booted = await boot()
  await publishHouse(booted.payload, { articles: 40, perIssue: 20 })
  served = await serve()
  reader = served.client()
})
afterAll(async () => {
  await served.close()
  await booted.stop()
})

const json = (value: object) => encodeURIComponent(JSON.stringify(value))

/** Questions on each of which one of the databases fails, and what is wrong with them. */
const bad: Record<string, [code: string, named: string]> = {
  'placements?limit=1.5': ['queryWhole', 'limit'],
  'placements?limit=3&limit=4': ['queryWhole', 'limit'],
  'placements?limit[a]=2': ['queryWhole', 'limit'],
  'placements?limit=abc': ['queryWhole', 'limit'],
  'placements?limit=NaN': ['queryWhole', 'limit'],
  'placements?limit=-Infinity': ['queryWhole', 'limit'],
  'placements?limit=Infinity': ['queryRange', 'limit'],
  'placements?page=1.25': ['queryWhole', 'page'],
  'issues?page=-1': ['queryWhole', 'page'],
  'issues?page=abc': ['queryWhole', 'page'],
  'pages?joins[placements][limit]=1.5': ['queryWhole', 'limit'],
  'placements?where[createdAt][greater_than]=yesterday': ['queryValue', 'createdAt'],
  'placements?where[page.issue.date][less_than]=x': ['queryValue', 'page.issue.date'],
  // Read as days of the server's own time zone, or as the day after, they would find nothing and not say why.
  'issues?where[date][equals]=1990-1-1': ['queryValue', 'date'],
  'issues?where[date][in]=1990-01-01,1990/01/02': ['queryValue', 'date'],
  'issues?where[date][equals]=1990-02-30': ['queryValue', 'date'],
  'articles?where[printedOn][equals]=1 January 1990': ['queryValue', 'printedOn'],
  'articles?where[corrections.at][equals]=x': ['queryValue', 'corrections.at'],
  'placements?where[order][equals]=x': ['queryValue', 'order'],
  'placements?where[order][in]=1,x': ['queryValue', 'order'],
  'placements?where[or][0][page.sequence][equals]=NaN': ['queryValue', 'page.sequence'],
  'placements/count?where[order][greater_than]=x': ['queryValue', 'order'],
  'pages?joins[placements][where][order][equals]=x': ['queryValue', 'order'],
  'articles?where[headline][equals][]=x': ['queryValue', 'headline'],
  'articles?where[headline][equals]=x&where[headline][equals]=y': ['queryValue', 'headline'],
  'articles?where[headline][like][]=x': ['queryValue', 'headline'],
  'articles?where[headline][in][0][a]=x': ['queryValue', 'headline'],
  'articles?where[id][equals][a]=x': ['queryValue', 'id'],
  [`articles?where=${json({ id: { equals: { $gt: '' } } })}`]: ['queryValue', 'id'],
  'articles?where[authors.name][equals][]=x': ['queryValue', 'authors.name'],
  'articles?where[photoCredits][equals][]=x': ['queryValue', 'photoCredits'],
  'articles?where[_status][equals][]=published': ['queryValue', '_status'],
  'placements?where[page][equals][]=x': ['queryValue', 'page'],
  'articles?where[headline][like]=%00': ['queryValue', 'headline'],
  'articles?where[headline][contains]=a%00b': ['queryValue', 'headline'],
  'articles?where[headline][in]=a,%00': ['queryValue', 'headline'],
  'articles?where[authors.name][like]=%00': ['queryValue', 'authors.name'],
  'articles?where[dateline.place][not_like]=%00': ['queryValue', 'dateline.place'],
  'articles?where[id][like]=%00': ['queryValue', 'id'],
  'articles?where[publishedAt][contains]=1990': ['queryOperator', 'publishedAt'],
  'articles?where[printedOn][not_like]=1990': ['queryOperator', 'printedOn'],
  'placements?where[issue.date][not_like]=x': ['queryOperator', 'issue.date'],
  'articles?where[version][not_like]=1': ['queryOperator', 'version'],
  'authors?where[public][contains]=true': ['queryOperator', 'public'],
  'articles?where[authors][contains][]=x': ['queryValue', 'authors'],
  'placements?where[page][contains][a]=x': ['queryValue', 'page'],
  'articles?where[authors][contains]=null': ['queryValue', 'authors'],
  [`placements?where=${json({ page: { contains: 1 } })}`]: ['queryValue', 'page'],
  'articles?where[printedOn][in]=1990-01-01,x': ['queryValue', 'printedOn'],
  'placements?where[article.authors][less_than_equal][]=x': ['queryOperator', 'article.authors'],
  'placements?where[article][not_like]=x': ['queryOperator', 'article'],
  'articles?where[body][not_like][]=x': ['queryOperator', 'body'],
  'pages?where[responsibility][contains][]=x': ['queryOperator', 'responsibility'],
  'pages?where[responsibility.role][equals][]=x': ['queryPath', 'responsibility.role'],
  'pages/count?where[responsibility.role][not_in]=x': ['queryPath', 'responsibility.role'],
  'issues?joins[pages][where][responsibility.role][like]=x': ['queryPath', 'responsibility.role'],
  'placements?where[page][in]=null': ['queryList', 'page'],
  'articles?joins[placements][where][issue][not_in]=null': ['queryList', 'issue'],
  'articles?where[headline][odd]=1': ['queryPath', 'headline.odd'],
  'articles?where[pictures][exists]=true': ['queryPath', 'pictures'],
  'articles?sort=dateline': ['queryPath', 'dateline'],
  'articles?where=x': ['queryJson', 'where'],
  'articles?data=%7Bx': ['queryJson', 'data'],
  'articles/count?where=%7B': ['queryJson', 'where'],
}

/** Odd, and answered all the same. */
const good = [
  'placements?limit=0',
  'placements?limit=',
  'placements?limit=1e3',
  'placements?pagination=false',
  'placements?limit=1',
  'placements?limit=0x10',
  'placements?limit[]=2',
  'placements?pagination=false&limit=3',
  'pages?joins[placements][limit]=0',
  'placements?depth=99',
  'placements?depth=abc',
  'articles?where[truncated][in][]=true',
  'articles?where[truncated][equals]=true',
  'articles?where[truncated][in]=true',
  'articles?where[truncated][not_in]=true,false',
  'articles?where[publishedAt][not_in]=1990-01-01,1990-01-02',
  'placements?where[issue.public][in]=true,false',
  'pages?joins[placements][where][issue.date][in]=1990-01-01,1990-01-02',
  'articles?where[authors][contains]=',
  'placements?where[page][contains]=%25',
  'placements?where[page][contains]=(a',
  'articles?where[pictures.media][contains]=x',
  'placements?where[article.authors][contains]=x',
  'articles?where[printedOn][in][]=1990-01-01&where[printedOn][in][]=1990-01-02',
  'pages?joins[placements][sort]=-order,page,issue.id',
  'pages?joins[placements][where][issue.date][equals]=1990-01-01',
  'authors?joins[articles][sort]=dateline.place',
  'placements?page=',
  'placements?page=0',
  'placements?page=0x2',
  'placements?sort=',
  'placements?sort=,',
  'articles?sort=body.root',
  'placements?where[order][equals]=',
  'placements?where[order][in]=1,2',
  'placements?where[order][in][]=1',
  'placements?where[order][exists]=false',
  'placements?where[createdAt][greater_than]=2020',
  'placements?where[createdAt][less_than]=2050-01-01T00:00:00.000Z',
  'issues?where[date][equals]=1990-01-01',
  'issues?where[date][exists]=true',
  'articles?where[authors][in]=a,b',
  'articles?where[authors][equals][]=a',
  'articles?where[authors][not_equals][]=a&where[authors][not_equals][]=b',
  'articles?where[corrects][equals]=null',
  'articles?where[corrects][exists]=false',
  'pages?where[responsibility][exists]=true',
  'articles?where[body][like]=x',
  'articles?where[id][in][]=a&where[id][in][]=b',
  `placements?where=${json({ order: { equals: 1 } })}`,
  `placements?where=${json({ order: { in: [1, 2] } })}`,
]

describe('a question that nothing can be compared with', () => {
  it('is refused with 400, by what is wrong with it, in Chinese and English', async () => {
    for (const [query, [code, name]] of Object.entries(bad)) {
      const { status, body } = await reader.get(`/api/${query}`)
      const [error] = body.errors
      expect({ query, status, code: error.data?.code }).toEqual({ query, status: 400, code })
      expect(error.message).toMatch(/[一-龥]/)
      expect(error.message).toContain(name)
      const english = await reader.get(`/api/${query}`, { 'accept-language': 'en' })
      expect(english.body.errors[0].message).not.toMatch(/[一-龥]/)
    }
  })

  it('is told from one that is only odd', async () => {
    for (const query of good) {
      const { status } = await reader.get(`/api/${query}`)
      expect({ query, status }).toEqual({ query, status: 200 })
    }
  })

  it('is answered by several days and by one of several authors, however a list is written', async () => {
    const total = async (query: string) => {
      const { status, body } = await reader.get(`/api/articles?limit=1&depth=0&${query}`)
      expect({ query, status }).toEqual({ query, status: 200 })
      return body.totalDocs
    }
    const { docs } = (await reader.get('/api/issues?depth=0&sort=date')).body
    const [first, second] = docs.map(({ date }: { date: string }) => date.slice(0, 10))
    expect(await total(`where[printedOn][in]=${first}`)).toBe(20)
    expect(await total(`where[printedOn][in]=${first},${second}`)).toBe(40)
    expect(await total(`where[printedOn][in]=${first},%20${second}`)).toBe(40)
    expect(await total(`where[printedOn][not_in]=${first}`)).toBe(20)
    expect(await total(`where[printedOn][not_in][]=${first}&where[printedOn][not_in][]=${second}`)).toBe(0)
    for (const both of ['in]=true,false', 'in]=false', 'in][]=false', 'not_in]=true'])
      expect(await total(`where[truncated][${both}`), both).toBe(40)
    expect(await total('where[truncated][not_in]=true,false')).toBe(0)
    const [{ authors }] = (await reader.get('/api/articles?limit=1&depth=0')).body.docs
    const own = await total(`where[authors][equals]=${authors[0]}`)
    expect(own).toBeGreaterThan(0)
    expect(own).toBeLessThan(40)
    expect(await total(`where[authors][contains]=${authors[0]}`)).toBe(own)
  })

  it('is refused of a boolean that is none, wherever the database says so', async () => {
    const { status, body } = await reader.get('/api/placements?where[public][equals]=x')
    if (booted.database === 'sqlite') expect(status).toBe(200)
    else expect({ status, code: body.errors[0].data.code }).toEqual({ status: 400, code: 'queryValue' })
  })

  it('is refused in what SQLite cannot be asked, and answered by MongoDB', async () => {
    for (const query of [
      'articles?where[body.root.type][equals]=root',
      'placements?where[article.body.root][exists]=true',
      'articles?joins[placements][where][article.body.root][exists]=true',
      'articles?where[authors][all]=x',
      'placements?where[article.photoCredits][equals]=x',
      'placements?where[article.photoCredits][exists]=true',
      'placements/count?where[article.photoCredits][in]=x,y',
      'articles?where[corrects.photoCredits][like]=x',
      'pages?joins[placements][sort]=issue.date',
      'pages?joins[placements][sort]=order,-page.number',
      'articles?joins[placements][sort]=page.issue.id',
      'articles?joins[notices][sort]=publication.name',
      'authors?joins[articles][sort]=corrections.at',
      'authors?joins[articles][sort]=pictures.media.alt',
      'authors?joins[articles][sort]=-photoCredits',
      'authors?joins[articles][where][photoCredits][equals]=x',
    ]) {
      const { status } = await reader.get(`/api/${query}`)
      expect({ query, status }).toEqual({ query, status: booted.database === 'sqlite' ? 400 : 200 })
    }
  })

  it('is more at once than a reader is given, of whoever is not logged in; up to there all is given', async () => {
    const { payload } = booted
    const { delivery } = optionsOf(payload)
    const { mostRows } = delivery
    // Each time another question: what was answered before is remembered.
    let asked = 1000
    const list = async (query: string, client = reader) => {
      asked += 1
      const { status, body } = await client.get(
        `/api/placements?depth=0&${query}&where[order][not_equals]=${asked}`,
      )
      return body.docs ? body.docs.length : [status, body.errors[0].data.code]
    }
    const graphql = async (query: string) => {
      const { data, errors } = (await reader.graphql(query)).body
      return { data, code: errors?.[0].extensions.data.code }
    }
    const everything = ['limit=0', 'limit=1000', 'pagination=false']
    for (const query of everything) expect(await list(query), query).toBe(40)
    expect((await graphql('{ Placements(limit: 0) { docs { id } } }')).data.Placements.docs).toHaveLength(40)
    delivery.mostRows = 39
    try {
      for (const query of [...everything, 'limit=-1', 'limit='])
        expect(await list(query), query).toEqual([400, 'queryLimit'])
      expect(await list('limit=39')).toBe(39)
      expect(await list('limit=100&where[order][less_than]=3')).toBeLessThan(39)
      expect(await list('limit=40&page=2')).toBe(0)
      for (const args of ['limit: 0', 'limit: 40', 'pagination: false'])
        expect((await graphql(`{ Placements(${args}) { docs { id order } } }`)).code, args).toBe('queryLimit')
      // Of a join over REST no more are given, and it says that there are more.
      delivery.mostRows = 2
      for (const limit of ['0', '-1', '3']) {
        const { body } = await reader.get(`/api/pages?limit=1&joins[placements][limit]=${limit}`)
        expect(body.docs[0].placements).toMatchObject({ docs: { length: 2 }, hasNextPage: true })
      }
      const cut = await graphql('{ Pages(limit: 2) { docs { number placements { docs { id } } } } }')
      expect(cut.data.Pages.docs.map(({ placements }: any) => placements)).toEqual([null, null])
      expect(cut.code).toBe('queryLimit')
      const fits = await graphql('{ Pages(limit: 2) { docs { placements(limit: 2) { docs { id } } } } }')
      expect(fits.data.Pages.docs[0].placements.docs).toHaveLength(2)
      // All lists of a request together, twenty times as many: under several names, in each other, as joins over REST.
      const names = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: `)
      const many = (count: number) =>
        graphql(
          `{ ${names(count)
            .map((name) => `${name}Placements(limit: 2, sort: "order") { docs { id } }`)
            .join(' ')} }`,
        )
      expect((await many(20)).code).toBeUndefined()
      expect((await many(21)).code).toBe('queryRows')
      const [page] = (await reader.get('/api/pages?limit=1')).body.docs
      const one = names(40).map((name) => `${name}Page(id: "${page.id}") { id }`)
      delivery.mostRows = 1
      const within = (count: number) => graphql(`{ ${one.slice(0, count).join(' ')} }`)
      expect((await within(20)).code).toBeUndefined()
      expect((await within(21)).code).toBe('queryRows')
      delivery.mostRows = 150
      const joined = async (limit: number) =>
        (
          await reader.get(
            `/api/pages?limit=30&joins[placements][limit]=${limit}&where[number][not_equals]=x`,
          )
        ).body
      expect((await joined(101)).errors?.[0].data.code).toBe('queryRows')
      // Who does not say is given 100 of each: asking for as many, or for less, is refused to nobody.
      expect((await joined(100)).docs).not.toHaveLength(0)
      delivery.mostRows = 2
      // What a row refers to is filled in, however much it is.
      const { docs } = (await reader.get('/api/placements?limit=2&depth=2')).body
      expect(docs.every(({ article }: any) => article.headline)).toBe(true)
      // Code of the app's own asks as it likes, also in a reader's place.
      const all = { collection: 'placements', limit: 0, overrideAccess: false } as const
      expect((await payload.find(all)).docs).toHaveLength(40)
      const req = Object.assign(await createLocalReq({}, payload), { payloadAPI: 'REST' })
      const joins = { placements: { limit: 0 } }
      expect((await payload.find({ ...all, req })).docs).toHaveLength(40)
      expect((await payload.find({ ...all, collection: 'pages', joins, req })).docs).not.toHaveLength(0)
      const data = { email: 'chief@paper.example', password: 'a-long-password', roles: ['chief'] }
      await payload.create({ collection: 'users', data: { ...data, name: '罗致远' } as never })
      const { token } = await payload.login({ collection: 'users', data })
      for (const query of everything) expect(await list(query, served.client(token!)), query).toBe(40)
    } finally {
      delivery.mostRows = mostRows
    }
  })

  it('is a year of a calendar that is none', async () => {
    for (const year of ['0000', '0999', '199', '19900', '-990']) {
      const { status } = await reader.get(`/api/publications/trial-daily/calendar/${year}`)
      expect({ year, status }).toEqual({ year, status: 400 })
    }
  })
})
