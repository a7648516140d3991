import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { spawn } from 'node:child_process'
import type { Migration, Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { migrationState } from '../../src/exports/server.ts'

let booted: Booted
let PUBLICATION: string
beforeAll(async () => {
  booted = await boot()
  const publication = await booted.payload.create({
    ...{ collection: 'publications', data: { name: '河畔日报', slug: 'riverside' } },
  })
  PUBLICATION = String(publication.id)
})
afterAll(() => booted.stop())

/** Runs a program of Node on the test's database to its end. */
function run(program: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', program], {
    env: { ...process.env, ...env },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
}

const applied = async (): Promise<string[]> => {
  const { docs } = await booted.payload.find({ collection: 'payload-migrations', pagination: false })
  return docs.map(({ name }) => String(name))
}
const marks = async () =>
  (await booted.payload.count({ collection: 'authors', where: { name: { contains: '标记' } } })).totalDocs

it('processes that start together run a migration once, and all of them start', async () => {
  for (const [round, MARKING] of ['21000101_000000_one', '21000102_000000_two'].entries()) {
    // The second round's house does not know the first one's migration, which is older and so no reason to refuse.
    const starts = [1, 2, 3].map(() => run('test/startingProcess.ts', { MARKING, PUBLICATION }))
    for (const { code, said } of await Promise.all(starts)) {
      expect(code, said).toBe(0)
      expect(said).toContain('started')
    }
    expect((await applied()).filter((name) => name === MARKING)).toHaveLength(1)
    expect(await marks()).toBe(round + 1)
  }
})

it('a start on the database of a newer version says so in both languages, changes nothing and ends with 1', async () => {
  expect(await migrationState(booted.payload)).toEqual({
    missing: [],
    newer: ['21000101_000000_one', '21000102_000000_two'],
  })
  const before = await applied()
  const { code, said } = await run('server/index.ts', { PORT: '0' })
  expect(code, said).toBe(1)
  const [zh, en] = said.trim().split('\n').slice(-2)
  expect(zh).toContain('请部署更新的版本')
  expect(en).toContain(
    'A newer version has migrated this database (21000101_000000_one, 21000102_000000_two)',
  )
  expect(await applied()).toEqual(before)
  const audit = await run('scripts/audit.ts')
  expect([audit.code, audit.said]).toEqual([2, expect.stringContaining('请部署更新的版本')])
})

// On SQLite a transaction is the lock, and it ends with its process or connection.
it.skipIf(process.env.BROADSHEET_TEST_DB !== 'mongodb')(
  'a process that stood still and was overtaken keeps nothing of its migration, and goes on after the other',
  async () => {
    const MARKING = '21000103_000000_three'
    const { connection } = booted.payload.db as unknown as MongooseAdapter
    const locks = connection.collection<{ _id: string }>('broadsheet-locks')
    let turns = 0
    const standingStill: Migration = {
      name: MARKING,
      up: async ({ payload, req }: { payload: Payload; req: never }) => {
        turns += 1
        const data = { id: 'overtaken000', name: '未完成', publication: PUBLICATION }
        await payload.db.create({ collection: 'authors', data, req })
        // As after half a minute in which the lease was not renewed; from now on it cannot be.
        await locks.updateOne({ _id: 'migrations' }, { $set: { holder: 'gone', expiresAt: new Date(0) } })
        const { code, said } = await run('test/startingProcess.ts', { MARKING, PUBLICATION })
        expect(code, said).toBe(0)
      },
      down: async () => undefined,
    } as Migration
    const before = await marks()
    await booted.payload.db.migrate({ migrations: [standingStill] })
    expect(turns).toBe(1)
    expect((await applied()).filter((name) => name === MARKING)).toHaveLength(1)
    expect(await marks()).toBe(before + 1)
    const left = await booted.payload.count({ collection: 'authors', where: { name: { equals: '未完成' } } })
    expect(left.totalDocs).toBe(0)
    expect(await locks.countDocuments({ _id: 'migrations' })).toBe(0)
  },
)
