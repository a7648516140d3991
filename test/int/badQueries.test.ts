import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishHouse } from '../../bench/publishedHouse.ts'
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
  'placements?page=1.25': ['queryWhole', 'page'],
  'issues?page=-1': ['queryWhole', 'page'],
  'issues?page=abc': ['queryWhole', 'page'],
  'pages?joins[placements][limit]=1.5': ['queryWhole', 'limit'],
  'placements?where[createdAt][greater_than]=yesterday': ['queryValue', 'createdAt'],
  'placements?where[page.issue.date][less_than]=x': ['queryValue', 'page.issue.date'],
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
  'articles?where=x': ['queryJson', 'where'],
  'articles?data=%7Bx': ['queryJson', 'data'],
  'articles/count?where=%7B': ['queryJson', 'where'],
}

/** Odd, and answered all the same. */
const good = [
  'placements?limit=0',
  'placements?limit=-1',
  'placements?limit[]=2',
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
    ]) {
      const { status } = await reader.get(`/api/${query}`)
      expect({ query, status }).toEqual({ query, status: booted.database === 'sqlite' ? 400 : 200 })
    }
  })

  it('is a year of a calendar that is none', async () => {
    for (const year of ['0000', '0999', '199', '19900', '-990']) {
      const { status } = await reader.get(`/api/publications/trial-daily/calendar/${year}`)
      expect({ year, status }).toEqual({ year, status: 400 })
    }
  })
})
