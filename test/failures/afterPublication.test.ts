import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { auditHouse } from '../../src/exports/audit.ts'
import { boot, type Booted } from '../boot.ts'
import { serve, type HttpClient, type Served } from '../http.ts'
import {
  bodyOf,
  bringOut,
  deskMove,
  makeReady,
  move,
  newsroom,
  reviewsAndProofs,
  type Newsroom,
} from '../newsroom.ts'
import { atRest, crowdAt, publicDoors, type Crowd, type Door } from '../publicDoors.ts'
import { endSessions } from './endSessions.ts'
import { startPublisher } from './publisherProcess.ts'

type Row = Record<string, any> & { id: string }

/** Words that stand in texts of their own: whoever finds one in an answer knows which text it was. */
const words = { first: '伍佰吨', working: '陆佰吨', second: '柒佰吨', back: '捌佰吨' } as const
/** What readers are told, and what is for the house alone. */
const told = {
  note: '吨数有误，应为柒佰吨。',
  notice: '本文已撤下，原因正在核实。',
  whole: '本期已整期撤下。',
}
const secrets = ['内部核查发现数字抄错', '权利人来函', '授权已到', '整期重印', '复核无误', words.working]

let house: Booted
let payload: Payload
let served: Served
let people: Newsroom
let doors: Door[]
let crowd: Crowd
let article: string
let issue: string
/** What the doors answer at rest in each state of the paper, oldest first. */
const states: Map<string, string>[] = []

beforeAll(async () => {
  house = await boot()
  payload = house.payload
  payload.logger.level = 'silent'
  served = await serve()
  people = await newsroom(payload)
  const create = (collection: string, data: object, draft = false) =>
    payload.create({ collection, data, draft }) as unknown as Promise<Row>
  const publication = await create('publications', { name: '河畔日报', slug: 'riverside' })
  const author = await create('authors', { name: '林小满', publication: publication.id })
  const paper = async (date: string, texts: { headline: string; body: string }[]) => {
    const printed = await create('issues', { publication: publication.id, date, edition: 'main' })
    const page = await create('pages', { issue: printed.id, number: '1', name: '要闻' })
    const ids: string[] = []
    for (const [index, { headline, body }] of texts.entries()) {
      const text = { publication: publication.id, headline, authors: [author.id], body: bodyOf(body) }
      const { id } = await create('articles', text, true)
      await create('placements', { article: id, page: page.id, order: index + 1 })
      await makeReady(people, id)
      ids.push(id)
    }
    await bringOut(people, printed.id)
    return { issue: printed.id, page, articles: ids }
  }
  await paper('2031-03-03', [{ headline: '老街修缮完工', body: '老街修缮完工，今日开放。' }])
  const printed = await paper('2031-03-04', [
    { headline: `春粮入库${words.first}`, body: `本报讯 春粮入库共${words.first}，创新高。` },
    { headline: '渡口通航', body: '渡口今日通航。' },
  ])
  article = printed.articles[0]!
  issue = printed.issue
  doors = publicDoors({
    publication: { id: publication.id, slug: 'riverside' },
    issue: { id: issue, date: '2031-03-04' },
    ...{ page: printed.page, author, article: { id: article }, word: '春粮入库' },
  })
})
afterAll(async () => {
  await served.close()
  await house.stop()
})

const reader = () => served.client()
/** Is answered from the database, past all memory: whoever sends a cookie is. */
const coldReader = (): HttpClient => {
  const client = served.client()
  const headers = { cookie: 'seen=1' }
  return {
    ...client,
    send: (request) => client.send({ ...request, headers }),
    graphql: (query) => client.post('/api/graphql', { query }, headers),
  }
}
const rest = async () => {
  const answers = await atRest(doors, reader())
  states.push(answers)
  return answers
}
/** Waits until every reader has been round all doors once more. */
const heardAll = async () => {
  const target = crowd.count() + doors.length * 4
  await expect.poll(() => crowd.count(), { timeout: 120_000, interval: 20 }).toBeGreaterThan(target)
}
/** Nothing that the newsroom does now may be seen: every door answers as before, while it is done and afterwards. */
const unseen = async (work: () => Promise<unknown>) => {
  await work()
  await heardAll()
  expect(await atRest(doors, coldReader())).toEqual(states.at(-1))
}
const save = async (who: keyof Newsroom, text: { headline: string; body: object }) => {
  const { rev } = (await people[who].get(`/api/articles/${article}/transitions`)).body
  expect((await people[who].patch(`/api/articles/${article}`, { ...text, rev })).status).toBe(200)
}
const textWith = (word: string) => ({
  headline: `春粮入库${word}`,
  body: bodyOf(`本报讯 春粮入库共${word}，创新高。`),
})
const steps = async (list: [keyof Newsroom, string, object?][]) => {
  for (const [who, name, input] of list) await move(people[who], { id: article, name, input })
}
const outbox = async () =>
  (
    await payload.db.find<Row>({
      ...{ collection: 'outbox', where: { issue: { equals: issue } }, sort: 'createdAt' },
      ...{ limit: 0, pagination: false },
    })
  ).docs.map(({ kind, payload: message }) => ({ kind, message }) as { kind: string; message: Row })

it('while an article is corrected, republished, withdrawn and reinstated, and its issue withdrawn and brought back, every door answers wholly as before or wholly as after', async () => {
  await rest()
  crowd = crowdAt(doors, { reader: reader(), readers: 4 })
  onTestFinished(() => crowd.stop().catch(() => undefined))
  await heardAll()

  await unseen(async () => {
    await steps([['editor', 'correct', { kind: 'correction', reason: secrets[0] }]])
    await save('editor2', textWith(words.working))
    await save('editor2', textWith(words.second))
    await steps([
      ['editor2', 'submitCorrection', { note: told.note }],
      ['sectionHead', 'pass'],
      ['chief2', 'signOff'],
      ['proofreader', 'proof'],
    ])
  })

  // A republication that has written everything dies a moment before it is committed.
  const dying = await startPublisher(process.env.DATABASE_URI!)
  void dying.make({ of: 'article', id: article, transition: 'republish', hold: true })
  await dying.reached('C')
  await heardAll()
  dying.kill()
  expect(await dying.marks()).toBe('BC')
  await unseen(async () => undefined)

  await endSessions(payload, dying.sessions())
  const { rev, hash } = (await people.chief.get(`/api/articles/${article}/transitions`)).body
  const again = () => people.chief.post(`/api/articles/${article}/transitions/republish`, { rev, hash })
  await expect.poll(async () => (await again()).status, { timeout: 150_000, interval: 1_000 }).toBe(200)
  const corrected = await rest()
  await heardAll()

  await unseen(() => steps([['chief', 'withdraw', { reason: secrets[1], notice: told.notice }]]))
  await steps([['chief2', 'withdraw', { confirm: true }]])
  const gone = await rest()
  await heardAll()

  await unseen(async () => {
    await steps([['chief', 'reinstate', { reason: secrets[2] }]])
    await save('editor2', textWith(words.working))
    await save('editor2', textWith(words.back))
    await steps([['editor2', 'submitCorrection', { note: '已核实，恢复上线。' }], ...reviewsAndProofs])
  })
  await steps([['chief', 'republish']])
  const back = await rest()
  await heardAll()

  const ofIssue = { of: 'issues', id: issue, name: 'withdraw' } as const
  await unseen(() =>
    deskMove(people.chief, { ...ofIssue, input: { reason: secrets[3], notice: told.whole } }),
  )
  await deskMove(people.sectionHead, { ...ofIssue, input: { confirm: true } })
  const nothing = await rest()
  await heardAll()

  // With its issue it has lost the place to which it could come back.
  const refused = await people.chief.post(`/api/articles/${article}/transitions/reinstate`, {
    ...{ rev: (await people.chief.get(`/api/articles/${article}/transitions`)).body.rev, reason: '恢复' },
  })
  expect(refused.body.errors[0].data.blockers.map(({ code }: Row) => code)).toEqual(['issue.withdrawn'])
  const reinstate = { of: 'issues', id: issue, name: 'reinstate' } as const
  await unseen(() => deskMove(people.chief, { ...reinstate, input: { reason: secrets[4] } }))
  await deskMove(people.chief2, { ...reinstate, input: { confirm: true } })
  const empty = await rest()
  await heardAll()
  await crowd.stop()

  for (const [door, readers] of crowd.heard) {
    const known = states.map((state) => state.get(door)!)
    for (const answers of readers) {
      const strange = answers.filter((text) => !known.includes(text))
      expect(strange, `${door}: an answer of no state of the paper`).toEqual([])
      // Nobody is shown an older state after a newer one.
      let at = 0
      for (const text of answers) {
        const next = known.indexOf(text, at)
        expect(next, `${door}: back to an older state`).toBeGreaterThanOrEqual(at)
        at = next
      }
    }
  }
  console.info(
    `${house.database}: ${crowd.count()} answers of ${doors.length} doors, ${states.length} states`,
  )

  // The states are what they are said to be.
  const all = states.map((state) => [...state.values()].join('\n'))
  for (const secret of secrets) for (const text of all) expect(text).not.toContain(secret)
  for (const [index, word] of [words.first, words.second, null, words.back, null, null].entries()) {
    for (const other of [words.first, words.second, words.back]) {
      // The note of the correction goes on saying what the figure was to be.
      const text = all[index]!.replaceAll(told.note, '')
      expect([index, other, text.includes(other)]).toEqual([index, other, other === word])
    }
  }
  const [first] = states
  const total = (state: Map<string, string>, door: string) =>
    JSON.parse(state.get(door)!.slice(4)).totalDocs as number
  for (const door of ['count of articles', 'list of articles', 'list of drafts'])
    expect([door, ...states.map((state) => total(state, door))]).toEqual([door, 3, 3, 2, 3, 1, 1])
  expect(states.map((state) => total(state, 'count of articles by headline'))).toEqual([1, 1, 0, 1, 0, 0])
  expect(states.map((state) => total(state, 'count of issues'))).toEqual([2, 2, 2, 2, 1, 2])
  expect(states.map((state) => total(state, 'count of placements'))).toEqual([3, 3, 3, 3, 1, 3])
  expect(states.map((state) => state.get('article by id')!.slice(0, 3))).toEqual([
    ...['200', '200', '410', '200', '410', '410'],
  ])
  expect(corrected.get('article by id')).toContain(told.note)
  expect(back.get('article by id')).toContain('已核实，恢复上线。')
  for (const door of ['article by id', 'placements with articles', 'table of contents', 'GraphQL issue'])
    expect(gone.get(door)).toContain(told.notice)
  for (const door of ['GraphQL article', 'GraphQL draft of the article']) {
    const { data, errors } = JSON.parse(gone.get(door)!.slice(4))
    expect([data.Article, errors[0].extensions.code, errors[0].extensions.notice]).toEqual([
      ...[null, 'withdrawn', told.notice],
    ])
  }
  for (const door of [
    'issue by id, with pages joined',
    'table of contents',
    'GraphQL issue',
    'issue as ninjs',
    'article by id',
  ])
    expect(nothing.get(door)).toContain(told.whole)
  for (const door of ['list of issues', 'latest issue', 'calendar', 'RSS', 'news sitemap', 'search'])
    expect([door, nothing.get(door)!.includes('2031-03-04')]).toEqual([door, false])
  expect(first!.get('calendar')).toContain('2031-03-04')
  // The issue stands again, with the notice where its articles were.
  expect(empty.get('calendar')).toBe(states[3]!.get('calendar'))
  expect(empty.get('table of contents')!.split(told.whole)).toHaveLength(3)

  // Other systems were told of each change once, in its own words, and of nothing that readers were not told.
  const messages = await outbox()
  expect(messages.map(({ kind }) => kind)).toEqual([
    ...['issue.published', 'article.corrected', 'article.withdrawn', 'article.reinstated'],
    ...['issue.withdrawn', 'issue.reinstated'],
  ])
  for (const { message } of messages) {
    expect(message.edition.hash).toMatch(/^[0-9a-f]{64}$/)
    for (const secret of [...secrets, '春粮入库']) expect(JSON.stringify(message)).not.toContain(secret)
  }
  // Every edition, correction, withdrawal and return is in the trail, and the trail is whole.
  const { editions } = (await people.auditor.get(`/api/issues/${issue}/editions`)).body
  expect(editions.map(({ kind }: Row) => kind).sort()).toEqual([
    ...['correction', 'issue', 'issueReinstatement', 'issueWithdrawal', 'reinstatement', 'withdrawal'],
  ])
  expect((await auditHouse(payload)).finding).toBeNull()
}, 600_000)
