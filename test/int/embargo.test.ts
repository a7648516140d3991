import { afterAll, beforeAll, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { serve, type HttpClient, type Served } from '../http.ts'
import {
  deskMove,
  makeReady,
  move,
  newsroom,
  printedPage,
  settlePreflight,
  signIssue,
  type Newsroom,
} from '../newsroom.ts'
import { atRest, publicDoors, type Door } from '../publicDoors.ts'
import type { Answer } from '../rest.ts'

/** The first article of the printed page has it in its headline. */
const word = '新桥通车'
const corrected = '新桥今晨通车'

let house: Booted
let served: Served
let people: Newsroom
let doors: Door[]
let article: string
let page: string
let issue: string

beforeAll(async () => {
  house = await boot()
  house.payload.logger.level = 'silent'
  served = await serve()
  people = await newsroom(house.payload)
  const printed = await printedPage(house.payload)
  for (const { id } of printed.articles) await makeReady(people, id)
  article = printed.articles[0].id
  page = printed.page.id
  issue = printed.issue.id
  doors = publicDoors({
    publication: { id: printed.publication.id, slug: 'riverside' },
    issue: { id: issue, date: '2021-10-09' },
    ...{ page: printed.page, author: printed.author, article: { id: article }, word },
  })
})
afterAll(async () => {
  await served.close()
  await house.stop()
})

const reader = (): HttpClient => served.client()
const setEmbargo = (milliseconds: number) =>
  move(people.editor, {
    ...{ id: article, name: 'setEmbargo' },
    input: { embargoUntil: new Date(Date.now() + milliseconds).toISOString() },
  })
const publish = async (): Promise<Answer> => {
  const { rev } = (await people.issueManager.get(`/api/issues/${issue}/transitions`)).body
  return people.issueManager.post(`/api/issues/${issue}/transitions/publish`, { rev })
}
const republish = async (): Promise<Answer> => {
  const { rev, hash } = (await people.chief.get(`/api/articles/${article}/transitions`)).body
  return people.chief.post(`/api/articles/${article}/transitions/republish`, { rev, hash })
}
const codesOf = ({ body }: Answer): string[] =>
  body.errors[0].data.blockers.map(({ code }: { code: string }) => code)
/** Which doors let a text out. */
const tell = (answers: ReadonlyMap<string, string>, text: string) =>
  [...answers].filter(([, answer]) => answer.includes(text)).map(([name]) => name)
/** Asks again until the embargo is over. */
const untilOver = (ask: () => Promise<Answer>) =>
  expect.poll(async () => (await ask()).status, { timeout: 20_000, interval: 100 }).toBe(200)

it('keeps an article and its whole issue behind every door until it is over', async () => {
  const before = await atRest(doors, reader())
  expect(tell(before, `${word}的正文`)).toEqual([])

  await setEmbargo(3_600_000)
  await signIssue(people, issue)
  expect(codesOf(await publish())).toEqual(['preflight.embargo'])
  expect(await atRest(doors, reader())).toEqual(before)

  await setEmbargo(1_500)
  await deskMove(people.sectionHead, { of: 'pages', id: page, name: 'sign' })
  await settlePreflight(people, issue)
  await deskMove(people.chief, { of: 'issues', id: issue, name: 'sign' })
  await untilOver(publish)
  expect(tell(await atRest(doors, reader()), word).length).toBeGreaterThan(15)
})

it('keeps a correction behind every door until it is over, and what was printed before it', async () => {
  const before = await atRest(doors, reader())
  await move(people.chief2, { id: article, name: 'correct', input: { kind: 'typo', reason: '核对原稿' } })
  const { rev } = (await people.editor2.get(`/api/articles/${article}/transitions`)).body
  expect((await people.editor2.patch(`/api/articles/${article}`, { rev, headline: corrected })).status).toBe(
    200,
  )
  await move(people.editor2, { id: article, name: 'submitCorrection', input: { note: '时间已补正。' } })
  await move(people.chief, { id: article, name: 'signOff' })
  await move(people.proofreader, { id: article, name: 'proof' })

  await setEmbargo(3_600_000)
  expect(codesOf(await republish())).toEqual(['embargo.notYet'])
  expect(await atRest(doors, reader())).toEqual(before)

  await setEmbargo(1_500)
  await untilOver(republish)
  expect(tell(await atRest(doors, reader()), corrected).length).toBeGreaterThan(15)
})
