import { createLocalReq, type TypedUser, type Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  addressOf,
  assignedTo,
  queueOf,
  slipsOf,
  type Waiting,
} from '../../src/admin/ArticleQueues/queueOf.ts'
import { unplaced } from '../../src/admin/ArticleQueues/unplaced.ts'
import { readRequests } from '../../src/admin/Requests/readRequests.ts'
import { profiles, type Role } from '../../src/core/workflow/index.ts'
import { auditHouse } from '../../src/exports/audit.ts'
import { boot, type Booted } from '../boot.ts'
import {
  bringOut,
  deskMove,
  layOut,
  makeReady,
  move,
  newsroom,
  printedPage,
  reviewsAndProofs,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

let house: Booted
let printed: Page
let desk: Newsroom
const users = new Map<string, TypedUser>()

beforeAll(async () => {
  house = await boot()
  printed = await printedPage(house.payload)
  desk = await newsroom(house.payload)
  for (const [name, client] of Object.entries(desk))
    users.set(name, { ...(await client.get('/api/users/me')).body.user, collection: 'users' })
  for (const { id } of printed.articles) await makeReady(desk, id)
  await bringOut(desk, printed.issue.id)
})
afterAll(() => house.stop())

const reqOf = (who: keyof Newsroom) => createLocalReq({ user: users.get(who)! }, house.payload)

/** What somebody is told waits for confirmation, as `move title`. */
async function told(who: keyof Newsroom, now = new Date().toISOString()) {
  const { mine, own } = await readRequests(await reqOf(who), now)
  const short = (list: typeof mine) => list.map(({ kind, move: name, title }) => `${kind} ${name} ${title}`)
  return { mine: short(mine), own: short(own) }
}

/** The articles of a queue: as they are counted, and as the list shows them at the address of the link. */
async function listed(who: keyof Newsroom, queue: readonly Waiting[]) {
  const { totalDocs } = await house.payload.count({
    ...{ collection: 'review-slips', where: slipsOf(queue), overrideAccess: false, req: await reqOf(who) },
  })
  const query = addressOf(queue)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const { docs } = (await desk[who].get(`/api/articles?draft=true&depth=0&limit=50&${query}`)).body
  expect(docs).toHaveLength(totalDocs)
  return docs.map(({ headline }: { headline: string }) => headline).sort()
}

const papers = () => [{ id: printed.publication.id, profile: profiles.newsroom }]
const queued = async (who: keyof Newsroom, role: Role) => {
  const queue = await unplaced(await reqOf(who), queueOf([role], papers()))
  return queue.length > 0 ? listed(who, queue) : []
}

it('a withdrawal waits for every chief and section head but the one who asked, until somebody confirms it', async () => {
  const { id, headline } = printed.articles[0]
  const asked = `article withdraw ${headline}`
  expect(await told('chief2')).toEqual({ mine: [], own: [] })
  await move(desk.chief, { id, name: 'withdraw', input: { reason: '失实', notice: '本文已撤下。' } })
  for (const who of ['chief2', 'sectionHead'] as const)
    expect(await told(who)).toEqual({ mine: [asked], own: [] })
  expect(await told('chief')).toEqual({ mine: [], own: [asked] })
  for (const who of ['editor', 'proofreader', 'reporter', 'auditor', 'admin'] as const)
    expect(await told(who)).toEqual({ mine: [], own: [] })
  const { mine } = await readRequests(await reqOf('chief2'), new Date().toISOString())
  expect(mine).toEqual([{ ...mine[0], id, by: 'chief', reason: '失实', until: expect.any(String) }])

  // Nobody confirms in time: it waits for nobody, and who asked is told so for some days.
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  expect([await told('chief2', at(25)), await told('chief', at(25))]).toEqual([
    { mine: [], own: [] },
    { mine: [], own: [asked] },
  ])
  expect(await told('chief', at(25 + 72))).toEqual({ mine: [], own: [] })

  await move(desk.sectionHead, { id, name: 'withdraw', input: { confirm: true } })
  for (const who of ['chief', 'chief2', 'sectionHead'] as const)
    expect(await told(who)).toEqual({ mine: [], own: [] })
})

it('an urgent sign-off waits for who has not judged the text, and is gone when the text changes', async () => {
  const article = (
    await desk.reporter.post('/api/articles?draft=true', {
      ...{ publication: printed.publication.id, headline: '急稿', authors: [printed.author.id] },
      body: printed.articles[0].body,
    })
  ).body.doc
  const { id } = article
  await move(desk.editor, { id, name: 'submit' })
  await move(desk.editor, { id, name: 'pass' })
  await move(desk.sectionHead, { id, name: 'pass' })
  await move(desk.chief, { id, name: 'override', input: { reason: '汛情' } })
  expect((await told('chief2')).mine).toEqual(['article override 急稿'])
  expect((await told('sectionHead')).mine).toEqual([])
  // Also of a text with many records, of which the one that says so is the last.
  const { db } = house.payload
  const judge = String(users.get('sectionHead')!.id)
  const where: Where = { and: [{ article: { equals: id } }, { actorId: { equals: judge } }] }
  const { docs } = await db.find<Record<string, unknown>>({ collection: 'review-records', where })
  expect(docs).toHaveLength(1)
  const judged = docs[0]!
  for (let i = 0; i < 250; i += 1)
    await db.create({
      collection: 'review-records',
      data: { ...judged, id: `more-${i}`, actorId: 'somebody', rev: 0 },
    })
  expect((await told('sectionHead')).mine).toEqual([])
  await db.deleteMany({ collection: 'review-records', where: { actorId: { equals: 'somebody' } } })
  const { rev } = (await desk.chief2.get(`/api/articles/${id}?draft=true`)).body
  expect((await desk.chief2.patch(`/api/articles/${id}`, { headline: '急稿二', rev })).status).toBe(200)
  expect([await told('chief2'), await told('chief')]).toEqual([
    { mine: [], own: [] },
    { mine: [], own: [] },
  ])
})

it('the withdrawal and the return of a whole issue wait for a second person too', async () => {
  const { id, title } = printed.issue
  for (const [name, input] of [
    ['withdraw', { reason: '差错', notice: '本期已撤下。' }],
    ['reinstate', { reason: '已查清' }],
  ] as const) {
    await deskMove(desk.chief, { of: 'issues', id, name, input })
    expect(await told('sectionHead')).toEqual({ mine: [`issue ${name} ${title}`], own: [] })
    expect(await told('chief')).toEqual({ mine: [], own: [`issue ${name} ${title}`] })
    expect(await told('editor')).toEqual({ mine: [], own: [] })
    await deskMove(desk.chief2, { of: 'issues', id, name, input: { confirm: true } })
    expect(await told('sectionHead')).toEqual({ mine: [], own: [] })
  }
})

it('a correction that waits to be shown stands in the chief’s queue, not in the page editor’s', async () => {
  const { id } = printed.articles[1]
  await move(desk.chief, { id, name: 'reinstate', input: { reason: '已查清' } })
  expect(await queued('editor', 'editor')).toContain('老街修缮')
  await move(desk.editor, { id, name: 'submitCorrection', input: { note: '恢复上线。' } })
  for (const [who, name] of reviewsAndProofs) await move(desk[who], { id, name })
  expect(await queued('chief', 'chief')).toEqual(['急稿二', '老街修缮'])
  expect(await queued('pageEditor', 'pageEditor')).toEqual([])
  await move(desk.chief2, { id, name: 'republish' })
  expect(await queued('chief', 'chief')).toEqual(['急稿二'])
})

it('a new text that is ready stands in the page editor’s queue, not in the chief’s', async () => {
  const { id } = (
    await desk.reporter.post('/api/articles?draft=true', {
      ...{ publication: printed.publication.id, headline: '待上版', authors: [printed.author.id] },
      body: printed.articles[0].body,
    })
  ).body.doc
  await makeReady(desk, id)
  expect(await queued('pageEditor', 'pageEditor')).toEqual(['待上版'])
  expect(await queued('chief', 'chief')).toEqual(['急稿二'])

  // On a page it is the page that waits.
  const create = (collection: string, data: object) =>
    house.payload.create({ collection, data }) as unknown as Promise<{ id: string }>
  const next = await create('issues', { publication: printed.publication.id, date: '2021-10-10' })
  const { id: page } = await create('pages', { issue: next.id, number: '1' })
  await layOut(desk.pageEditor, next.id, { op: 'place', article: id, page })
  expect(await queued('pageEditor', 'pageEditor')).toEqual([])
})

it('what somebody was given to do stands in their queue wherever it is', async () => {
  const slips = await house.payload.find({
    collection: 'review-slips',
    where: { stage: { equals: 'review3' } },
  })
  const { article } = slips.docs[0] as never as { article: string }
  const me = String(users.get('proofreader')!.id)
  expect(await listed('proofreader', assignedTo(me))).toEqual([])
  await move(desk.editor, { id: article, name: 'assign', input: { assignee: me } })
  expect(await listed('proofreader', assignedTo(me))).toEqual(['急稿二'])
})

it('what waits for confirmation cannot be changed beside the trail without the audit naming it', async () => {
  expect((await auditHouse(house.payload)).finding).toBeNull()
  const { docs } = await house.payload.find({ collection: 'review-slips', limit: 1 })
  const where = { id: { equals: docs[0]!.id } }
  await house.payload.db.updateOne({ collection: 'review-slips', where, data: { pendingMove: 'withdraw' } })
  expect((await auditHouse(house.payload)).finding).toMatchObject({
    ...{ problem: 'slip.edited', id: docs[0]!.id, params: { field: 'pendingMove' } },
  })
})
