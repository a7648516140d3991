import { afterAll, beforeAll, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { serve, type Served } from '../http.ts'
import {
  bringOut,
  deskMove,
  layOut,
  makeReady,
  newsroom,
  printedPage,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

let house: Booted
let served: Served
let people: Newsroom
let printed: Page
let article: string

beforeAll(async () => {
  house = await boot()
  house.payload.logger.level = 'silent'
  served = await serve()
  people = await newsroom(house.payload)
  printed = await printedPage(house.payload)
  article = printed.articles[0].id
  await makeReady(people, article)
  await bringOut(people, printed.issue.id)
})
afterAll(async () => {
  await served.close()
  await house.stop()
})

const get = async (path: string) => {
  const { status, body } = await served.client().get(path)
  expect(status, path).toBe(200)
  return body
}
const foundOn = async (page: string) => {
  const { hits } = await get(`/api/search?${new URLSearchParams({ q: '新桥', page })}`)
  return hits.map(({ id, path }: Record<string, string>) => [id, path])
}
/** By what a feed's readers know the article again. */
const feedIds = async (): Promise<string[]> =>
  (await get('/api/feeds/riverside/feed.json')).items.map(({ id }: { id: string }) => new URL(id).pathname)
const bringOutLate = async (edition: string, pageName: string) => {
  const { body } = await people.issueManager.post('/api/issues', {
    ...{ publication: printed.publication.id, date: '2021-10-09', edition },
  })
  const { pages } = await layOut(people.pageEditor, body.doc.id, { op: 'addPage', name: pageName })
  await layOut(people.pageEditor, body.doc.id, { op: 'place', article, page: pages[0].id })
  await bringOut(people, body.doc.id)
}

it('finds an article by the pages of every edition that shows it, and keeps its address', async () => {
  const main = `/riverside/2021-10-09/a/${article}`
  expect(await foundOn('要闻')).toEqual([[article, main]])
  // The ids of issues are random: of several one would sort before that of the first.
  for (const [edition, pageName] of [
    ['late', '夜读'],
    ['extra', '号外'],
    ['night', '凌晨'],
  ] as const) {
    await bringOutLate(edition, pageName)
    for (const page of ['要闻', pageName, '1']) expect(await foundOn(page), page).toEqual([[article, main]])
    expect(await feedIds()).toEqual([main])
  }
})

it('names in the table of contents of each edition all editions of its day that appeared, the main one first', async () => {
  const editionsOf = async (name: string) => {
    const { issue, editions } = await get(`/api/publications/riverside/issues/${encodeURIComponent(name)}`)
    expect(editions).toContainEqual(expect.objectContaining({ id: issue.id, path: issue.path }))
    return editions.map(({ path }: { path: string }) => path)
  }
  const day = '/riverside/2021-10-09'
  const all = [day, `${day}-extra`, `${day}-late`, `${day}-night`]
  await people.issueManager.post('/api/issues', {
    ...{ publication: printed.publication.id, date: '2021-10-09', edition: '晚版' },
  })
  for (const name of ['latest', '2021-10-09', '2021-10-09-late']) expect(await editionsOf(name)).toEqual(all)
  const waiting = await served
    .client()
    .get(`/api/publications/riverside/issues/2021-10-09-${encodeURIComponent('晚版')}`)
  expect(waiting.status).toBe(404)
})

it('no longer finds it by the pages of an edition that is withdrawn', async () => {
  const of = 'issues' as const
  const { id } = printed.issue
  const input = { reason: '来源不实', notice: '本期已撤下。' }
  await deskMove(people.chief, { of, id, name: 'withdraw', input })
  await deskMove(people.sectionHead, { of, id, name: 'withdraw', input: { confirm: true } })
  const late = `/riverside/2021-10-09-late/a/${article}`
  expect(await foundOn('要闻')).toEqual([])
  expect(await foundOn('夜读')).toEqual([[article, late]])
  expect(await feedIds()).toEqual([late])
})
