import { createLocalReq, type TypedUser, type Where } from 'payload'
import { combineWhereConstraints } from 'payload/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { slipsOf } from '../../src/admin/ArticleQueues/queueOf.ts'
import { readQueue, type QueueName } from '../../src/admin/ArticleQueues/readQueue.ts'
import { readRequests } from '../../src/admin/Requests/readRequests.ts'
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
  staff,
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

const reqOf = (who: string) => createLocalReq({ user: users.get(who)! }, house.payload)

/** What somebody is told waits for confirmation, as `move title`. */
async function told(who: keyof Newsroom, now = new Date().toISOString()) {
  const { mine, own } = await readRequests(await reqOf(who), now)
  const short = (list: typeof mine) => list.map(({ kind, move: name, title }) => `${kind} ${name} ${title}`)
  return { mine: short(mine), own: short(own) }
}

interface Asked {
  query: Record<string, unknown>
  where?: Where
  page?: number
}

/** The list of articles in the admin, read as Payload's view reads it, at an address with this query. */
async function listAt(who: string, { query, where, page = 1 }: Asked) {
  const req = await reqOf(who)
  req.query = query as typeof req.query
  const { baseFilter } = house.payload.collections.articles!.config.admin
  const filter = (await baseFilter?.({ req, page, limit: 10, sort: 'id' })) ?? null
  return house.payload.find({
    ...{ collection: 'articles', draft: true, depth: 0, limit: 2, page, sort: 'id' },
    where: combineWhereConstraints([where as Where, filter as Where]),
    ...{ overrideAccess: false, req },
  }) as unknown as Promise<{
    docs: { id: string; headline: string }[]
    totalDocs: number
    totalPages: number
  }>
}

/** All pages of that list. */
async function listed(who: string, query: Asked['query'], where?: Where): Promise<string[]> {
  const asked = { query, ...(where ? { where } : {}) }
  const first = await listAt(who, asked)
  const headlines = first.docs.map(({ headline }) => headline)
  for (let page = 2; page <= first.totalPages; page += 1)
    headlines.push(...(await listAt(who, { ...asked, page })).docs.map(({ headline }) => headline))
  expect(headlines).toHaveLength(first.totalDocs)
  return headlines.sort()
}

/** The articles of a queue: as many as are counted, and those that the list shows at its address. */
async function queued(who: string, name: QueueName = 'mine') {
  const req = await reqOf(who)
  const { totalDocs } = await house.payload.count({
    ...{ collection: 'review-slips', where: slipsOf((await readQueue(req, name)) ?? []) },
    ...{ overrideAccess: false, req },
  })
  const headlines = await listed(who, { queue: name })
  expect(headlines).toHaveLength(totalDocs)
  return headlines
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
  expect(await queued('editor')).toContain('老街修缮')
  await move(desk.editor, { id, name: 'submitCorrection', input: { note: '恢复上线。' } })
  for (const [who, name] of reviewsAndProofs) await move(desk[who], { id, name })
  expect(await queued('chief')).toEqual(['急稿二', '老街修缮'])
  expect(await queued('pageEditor')).toEqual([])
  await move(desk.chief2, { id, name: 'republish' })
  expect(await queued('chief')).toEqual(['急稿二'])
})

it('a new text that is ready stands in the page editor’s queue, not in the chief’s', async () => {
  const { id } = (
    await desk.reporter.post('/api/articles?draft=true', {
      ...{ publication: printed.publication.id, headline: '待上版', authors: [printed.author.id] },
      body: printed.articles[0].body,
    })
  ).body.doc
  await makeReady(desk, id)
  expect(await queued('pageEditor')).toEqual(['待上版'])
  expect(await queued('chief')).toEqual(['急稿二'])

  // On a page it is the page that waits.
  const create = (collection: string, data: object) =>
    house.payload.create({ collection, data }) as unknown as Promise<{ id: string }>
  const next = await create('issues', { publication: printed.publication.id, date: '2021-10-10' })
  const { id: page } = await create('pages', { issue: next.id, number: '1' })
  await layOut(desk.pageEditor, next.id, { op: 'place', article: id, page })
  expect(await queued('pageEditor')).toEqual([])
})

it('what somebody was given to do stands in their queue wherever it is', async () => {
  const slips = await house.payload.find({
    collection: 'review-slips',
    where: { stage: { equals: 'review3' } },
  })
  const { article } = slips.docs[0] as never as { article: string }
  const me = String(users.get('proofreader')!.id)
  expect(await queued('proofreader', 'assigned')).toEqual([])
  await move(desk.editor, { id: article, name: 'assign', input: { assignee: me } })
  expect(await queued('proofreader', 'assigned')).toEqual(['急稿二'])
})

it('a person’s queues hold nothing that they may not read', async () => {
  const other = await printedPage(house.payload, '山城晚报', 'mountain')
  const own = { roles: ['editor' as const], name: 'elsewhere', publications: [other.publication.id] }
  users.set('elsewhere', await staff(house.payload, own))
  const theirs = other.articles.map(({ headline }) => headline).sort()
  expect(theirs.length).toBeGreaterThan(0)
  for (const name of ['mine', 'draft'] as const) expect(await queued('elsewhere', name)).toEqual(theirs)
  expect(await queued('elsewhere', 'review3')).toEqual([])
  expect(await queued('chief', 'review3')).toEqual(['急稿二'])
  expect(await queued('elsewhere', 'assigned')).toEqual([])
})

it('filters of a person’s own narrow a queue, whatever they ask for', async () => {
  const [first, second] = await queued('editor', 'draft')
  const named = (headline: unknown): Where => ({ headline: { equals: headline } })
  const query = { queue: 'draft' }
  expect(await listed('editor', query, named(first))).toEqual([first])
  expect(await listed('editor', query, { or: [named(first), named('急稿二')] })).toEqual([first])
  expect(await listed('editor', query, { and: [{ or: [named(first), named(second)] }] })).toHaveLength(2)
  expect(await listed('editor', query, named('急稿二'))).toEqual([])
})

it('an address that names no queue of anybody’s lists nothing, one that names none lists everything', async () => {
  const all = await listed('chief', {})
  expect(all).toContain('急稿二')
  expect(await listed('chief', { queue: '' })).toEqual(all)
  for (const queue of ['nonsense', 'toString', 'slip.stage', ['review3', 'draft'], { review3: '1' }])
    expect(await listed('chief', { queue })).toEqual([])
  expect(await listed('chief', { 'queue[]': 'review3' })).toEqual([])
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
