import type { TypedUser, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { bodyOf } from '../../newsroom.ts'
import { attackedHouse, snapshot, type AttackedHouse, type Row } from './attackedHouse.ts'

/** What only our own code writes, past Payload's operations. */
const closed = [
  'review-slips',
  'review-records',
  'workflow-events',
  'texts',
  'editions',
  'outbox',
  'webhook-deliveries',
  'transcripts',
  'import-runs',
] as const

// Everybody tries everything: thousands of requests.
vi.setConfig({ testTimeout: 180_000 })

describe('what only the workflow and the importer write', () => {
  let attacked: AttackedHouse
  beforeAll(async () => {
    attacked = await attackedHouse()
    const { db } = attacked.house.payload
    const { publication, issue, page } = attacked.printed
    const run = { id: 'runrunrunrun', title: '导入', publication: publication.id, status: 'success' }
    await db.create({ collection: 'import-runs', data: { ...run, startedAt: '2021-10-09T00:00:00.000Z' } })
    const delivery = { id: 'hookhookhook', message: 'messagemessa', endpoint: 'to-site', status: 'pending' }
    const sent = { ...delivery, publication: publication.id, attempts: 0, rev: 1, log: [] }
    await db.create({ collection: 'webhook-deliveries', data: sent })
    const transcript = { id: 'linelineline', fileName: '1.txt', publication: publication.id, issue: issue.id }
    await db.create({
      collection: 'transcripts',
      data: { ...transcript, page: page.id, sha256: 'x', encoding: 'utf-8', lineCount: 1, text: '原文' },
    })
  })
  afterAll(() => attacked.stop())

  const rows = async (collection: string) => {
    const { db } = attacked.house.payload
    return (await db.find<Row>({ collection, where: {}, limit: 0, pagination: false, joins: false })).docs
  }
  const everything = async () => ({
    ...(await snapshot(attacked)),
    closed: await Promise.all(closed.map((collection) => rows(collection))),
  })
  /** A row that would be a good one but for its id. */
  const likeOne = async (collection: string) => {
    const [first] = await rows(collection)
    const { id, ...rest } = first!
    return { id, rest }
  }

  for (const collection of closed) {
    it(`${collection}: no request writes them`, async () => {
      const before = await everything()
      const { id, rest } = await likeOne(collection)
      for (const [who, client] of Object.entries(attacked.attackers)) {
        const answers = [
          await client.post(`/api/${collection}`, {
            ...rest,
            article: 'forgedforged',
            subject: 'forgedforged',
            seq: 99,
          }),
          await client.post(`/api/${collection}?draft=true&overrideAccess=true`, rest),
          await client.patch(`/api/${collection}/${id}`, { ...rest, stage: 'published', opinion: '同意' }),
          await client.patch(`/api/${collection}/${id}?draft=true&autosave=true&trash=true`, rest),
          await client.patch(`/api/${collection}?where[id][equals]=${id}`, rest),
          await client.delete(`/api/${collection}/${id}?overrideLock=true`),
          await client.delete(`/api/${collection}?where[id][exists]=true`),
          await client.post(`/api/${collection}/${id}/duplicate`, {}),
          await client.post(`/api/${collection}/versions/${id}?draft=true`, {}),
        ]
        for (const [index, { status, body }] of answers.entries()) {
          expect(status, `${who} ${index} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400)
          expect(status, `${who} ${index} ${JSON.stringify(body)}`).toBeLessThan(500)
        }
      }
      expect(await everything()).toEqual(before)
    })

    it(`${collection}: the Local API does not write them either, with or without access, as an admin or nobody`, async () => {
      const { payload } = attacked.house
      const before = await everything()
      const { id, rest } = await likeOne(collection)
      const where = { id: { exists: true } }
      for (const args of await callers()) {
        const data = { ...rest } as never
        const attempts: Promise<unknown>[] = [
          payload.create({ collection, data, ...args }),
          payload.update({ collection, id, data, ...args }),
          payload.update({ collection, where, data, ...args }),
          payload.delete({ collection, id, ...args }),
          payload.delete({ collection, where, ...args }),
          payload.duplicate({ collection, id, ...args }),
          payload.restoreVersion({ collection, id, ...args }),
        ]
        for (const result of await Promise.allSettled(attempts)) expect(result.status).toBe('rejected')
      }
      expect(await everything()).toEqual(before)
    })
  }

  it('articles: the Local API writes drafts alone, by somebody, on a revision', async () => {
    const { payload } = attacked.house
    const before = await everything()
    const { live, draft } = attacked.targets
    const collection = 'articles' as const
    const text = { headline: '伪造', body: bodyOf('伪造。'), _status: 'published' }
    const [version] = (
      await payload.db.findVersions<Row>({ collection, where: { parent: { equals: live } }, limit: 1 })
    ).docs
    for (const args of await callers()) {
      for (const id of [live, draft]) {
        const attempts: (() => Promise<unknown>)[] = [
          () => payload.update({ collection, id, data: text, ...args }),
          () =>
            payload.update({ collection, id, data: text, draft: false, publishAllLocales: true, ...args }),
          () => payload.update({ collection, where: { id: { equals: id } }, data: text, ...args }),
          () => payload.delete({ collection, id, ...args }),
          () => payload.delete({ collection, where: { id: { equals: id } }, ...args }),
          () => payload.duplicate({ collection, id, data: text, ...args }),
          () => payload.restoreVersion({ collection, id: String(version!.id), ...args }),
          () => payload.restoreVersion({ collection, id: String(version!.id), draft: true, ...args }),
        ]
        for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
      }
    }
    expect(await everything()).toEqual(before)
  })

  it('a text changed past the workflow is no approved one: it is not published until somebody judges it', async () => {
    const { db } = attacked.house.payload
    const { ready } = attacked.targets
    const before = await everything()
    const where = { and: [{ parent: { equals: ready } }, { latest: { equals: true } }] } as Where
    const { docs } = await db.findVersions<Row>({ collection: 'articles', where, limit: 1 })
    const { id, version } = docs[0]!
    const put = (headline: unknown) =>
      db.updateVersion({
        ...{ collection: 'articles', id },
        versionData: { ...docs[0]!, version: { ...version, headline } } as never,
      })
    await put('换掉的标题')
    const { chief } = attacked.attackers
    const { items } = (await chief.get(`/api/issues/${attacked.next.issue}/preflight`)).body
    const approval = items.find(({ code }: Row) => code === 'preflight.approval')
    expect(approval.place).toMatchObject({ kind: 'article', id: ready })
    expect(approval.details.map(({ code }: { code: string }) => code)).toEqual(['approval.otherText'])
    await put((version as Row).headline)
    expect(await everything()).toEqual(before)
  })

  it('articles: even with access overridden a create is a draft with a slip of its own', async () => {
    const { payload } = attacked.house
    const before = await snapshot(attacked)
    const made = (await payload.create({
      collection: 'articles',
      data: {
        ...{ publication: attacked.printed.publication.id, headline: '直接写入', _status: 'published' },
        slip: before.kept.slips[0]!.id,
      },
      draft: false,
    })) as unknown as Row
    expect(made._status).toBe('draft')
    const slip = await payload.db.findOne<Row>({
      ...{ collection: 'review-slips', where: { article: { equals: made.id } } },
    })
    expect(slip).toMatchObject({ id: made.slip, stage: 'draft', live: false })
    expect((await snapshot(attacked)).readers).toEqual(before.readers)
  })

  it('Payload’s own collections open no door: jobs, migrations, preferences, locks, keys', async () => {
    const before = await everything()
    const { live } = attacked.targets
    const user = before.kept.grants[0]!.id
    for (const [who, client] of Object.entries(attacked.attackers)) {
      const absent = [
        await client.get('/api/payload-jobs/run'),
        await client.get('/api/payload-jobs/run?allQueues=true&silent=true'),
        await client.post('/api/payload-jobs/run', {}),
        await client.get('/api/payload-jobs/handle-schedules'),
        await client.get('/api/payload-jobs'),
        await client.post('/api/payload-jobs', {
          ...{
            taskSlug: 'schedulePublish',
            input: { type: 'publish', doc: { relationTo: 'articles', value: live } },
          },
        }),
        await client.get('/api/payload-migrations'),
        await client.post('/api/payload-migrations', { name: 'x', batch: 9 }),
        await client.delete('/api/payload-migrations?where[id][exists]=true'),
        await client.get('/api/payload-kv'),
        await client.post('/api/payload-kv', { key: 'x', data: {} }),
        await client.get('/api/globals/articles'),
        await client.post('/api/articles/unpublish', {}),
        await client.post(`/api/articles/${live}/unpublish`, {}),
        await client.post(`/api/articles/${live}/publish`, {}),
      ]
      for (const [index, { status }] of absent.entries())
        expect([401, 403, 404, 405, 501], `${who} ${index} ${status}`).toContain(status)
      const lock = await client.post('/api/payload-locked-documents', {
        ...{
          document: { relationTo: 'articles', value: live },
          user: { relationTo: 'users', value: user },
        },
      })
      expect(lock.status, who).toBeLessThan(500)
      const preference = await client.post('/api/payload-preferences/articles-list', {
        value: { _status: 'published' },
      })
      expect(preference.status, who).toBeLessThan(500)
      if (who === 'anonymous') {
        expect([lock.status, preference.status].every((status) => status >= 400)).toBe(true)
        expect((await client.get('/api/payload-locked-documents')).status).toBeGreaterThanOrEqual(400)
        const { body } = await client.get('/api/payload-preferences/articles-list')
        expect(JSON.stringify(body)).not.toContain('_status')
      }
    }
    expect(await everything()).toEqual(before)
  })

  async function callers(): Promise<{ overrideAccess: boolean; user?: TypedUser }[]> {
    const { payload } = attacked.house
    const { docs } = await payload.find({
      collection: 'users',
      where: { roles: { in: ['admin'] } },
      limit: 1,
    })
    const admin = { ...docs[0]!, collection: 'users' } as TypedUser
    return [
      { overrideAccess: true },
      { overrideAccess: false },
      { overrideAccess: true, user: admin },
      { overrideAccess: false, user: admin },
    ]
  }
})
