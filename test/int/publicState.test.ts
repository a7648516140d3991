import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { inTransaction } from '../../src/database/inTransaction.ts'
import { revisionWatch } from '../../src/delivery/raiseRevision.ts'
import { readRevision } from '../../src/delivery/revision.ts'
import { boot, type Booted } from '../boot.ts'
import {
  makeReady,
  move,
  newsroom,
  printedPage,
  bringOut,
  reviewsAndProofs,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

let booted: Booted
let payload: Payload
let people: Newsroom
let printed: Page

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  people = await newsroom(payload)
  printed = await printedPage(payload)
})
afterAll(() => booted.stop())

/** As any process reads it. */
function revision(): Promise<number> {
  return readRevision(payload, payload.config.custom.broadsheet.slugs)
}

/** By how much the revision rises while the work is done. */
async function raisedBy(work: () => Promise<unknown>): Promise<number> {
  const before = await revision()
  await work()
  return (await revision()) - before
}

it('rises once for a publication, a correction, a withdrawal and a return, and not for what the desk does between', async () => {
  const [article] = printed.articles
  expect(await raisedBy(() => makeReady(people, article.id))).toBe(0)
  const publish = () => bringOut(people, printed.issue.id)
  expect(await raisedBy(publish)).toBe(1)

  const path = async (begin: string, input: object, steps: readonly [keyof Newsroom, string][]) => {
    await move(people.chief2, { id: article.id, name: begin, input: { reason: '核对原稿', ...input } })
    const { rev } = (await people.editor2.get(`/api/articles/${article.id}/transitions`)).body
    await people.editor2.patch(`/api/articles/${article.id}`, { rev, headline: `新桥通车${begin}` })
    await move(people.editor2, { id: article.id, name: 'submitCorrection', input: { note: '已改正。' } })
    for (const [who, name] of steps) await move(people[who], { id: article.id, name })
  }
  const short: [keyof Newsroom, string][] = [
    ['chief', 'signOff'],
    ['proofreader', 'proof'],
  ]
  expect(await raisedBy(() => path('correct', { kind: 'typo' }, short))).toBe(0)
  expect(await raisedBy(() => move(people.chief, { id: article.id, name: 'republish' }))).toBe(1)
  const withdraw = (who: keyof Newsroom, input: object) => () =>
    move(people[who], {
      id: article.id,
      name: 'withdraw',
      input: { reason: '事实有误', notice: '本文已撤下。', ...input },
    })
  expect(await raisedBy(withdraw('chief', {}))).toBe(0)
  expect(await raisedBy(withdraw('sectionHead', { confirm: true }))).toBe(1)
  expect(await raisedBy(() => path('reinstate', {}, reviewsAndProofs))).toBe(0)
  expect(await raisedBy(() => move(people.chief, { id: article.id, name: 'republish' }))).toBe(1)
})

it('rises when the name of a public author or a masthead is changed, and not for an author nobody sees', async () => {
  const rename = (collection: string, id: string, name: string) => () =>
    payload.update({ collection, id, data: { name }, context: {} })
  const unseen = await payload.create({
    collection: 'authors',
    data: { name: '未见报', publication: printed.publication.id },
  })
  expect(await raisedBy(rename('authors', String(unseen.id), '仍未见报'))).toBe(0)
  const patched = await people.chief.patch(`/api/authors/${printed.author.id}`, { name: '林小曼' })
  expect(patched.status).toBe(200)
  expect(
    await raisedBy(() => people.chief.patch(`/api/authors/${printed.author.id}`, { note: '评论员' })),
  ).toBe(1)
  expect(await raisedBy(rename('publications', printed.publication.id, '河畔晚报'))).toBe(1)
})

it('is known to this process as soon as the change is committed, and not when it is rolled back', async () => {
  const watch = revisionWatch(payload)
  await watch.check()
  const rename = async (name: string, fails: boolean): Promise<void> => {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      await payload.update({ collection: 'publications', id: printed.publication.id, data: { name }, req })
      expect(watch.generation).toBe(before)
      if (fails) throw new Error('rolled back')
    })
  }
  const before = watch.generation
  const revisionBefore = await revision()
  await expect(rename('不成', true)).rejects.toThrow('rolled back')
  expect(watch.generation).toBe(before)
  expect(await revision()).toBe(revisionBefore)
  await rename('河畔日报', false)
  expect(watch.generation).toBe(before + 1)
  await watch.check()
  expect(watch.generation).toBe(before + 1)
})

it('is known to all processes although the one that saved ends right after its commit', async () => {
  const before = await revision()
  const { id } = printed.publication
  const { updateOne } = payload.db
  const ended = vi.spyOn(payload.db, 'updateOne').mockImplementation(async function (args) {
    if (args.collection === 'public-state') throw new Error('This process is no more.')
    return updateOne.call(payload.db, args)
  })
  try {
    await payload
      .update({ collection: 'publications', id, data: { name: '河畔早报' } })
      .catch(() => undefined)
  } finally {
    ended.mockRestore()
  }
  expect((await payload.findByID({ collection: 'publications', id })).name).toBe('河畔早报')
  expect(await revision()).toBe(before + 1)
})

it('keeps nobody from saving what others save at the same moment, and counts each', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `at-once-${index}`)
  const before = await revision()
  const made = await Promise.allSettled(
    names.map((name) => payload.create({ collection: 'publications', data: { name, slug: name } })),
  )
  expect(made.map(({ status }) => status)).toEqual(names.map(() => 'fulfilled'))
  expect(await revision()).toBe(before + names.length)
})
