import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildConfig, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sqliteDatabase } from '../../src/database/sqliteDatabase.ts'

// The lock is SQLite's alone; MongoDB has no such wrapper to test.
describe.skipIf(process.env.BROADSHEET_TEST_DB === 'mongodb')('the write lock on SQLite', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'broadsheet-lock-'))
  let payload: Payload
  let forgetful = false

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' })
    const db = sqliteDatabase({ url: `file:${path.join(directory, 'lock.db')}`, patience: 300 })
    payload = await getPayload({
      config: buildConfig({
        secret: 'x'.repeat(32),
        telemetry: false,
        typescript: { autoGenerate: false },
        // Two throw-away collections have no migration.
        db: { ...db, init: (args) => Object.assign(db.init(args), { push: true }) },
        collections: [
          { slug: 'notes', fields: [{ name: 'text', type: 'text', required: true }] },
          {
            slug: 'parents',
            fields: [{ name: 'text', type: 'text' }],
            hooks: {
              afterChange: [
                async ({ req }) => {
                  await req.payload.create({
                    collection: 'notes',
                    data: { text: 'child' },
                    ...(forgetful ? {} : { req }),
                  })
                },
              ],
            },
          },
        ],
      }),
    })
  })
  afterAll(async () => {
    await payload.destroy()
    rmSync(directory, { recursive: true, force: true })
  })

  it('names the cause when a hook forgets req, instead of hanging, and rolls back', async () => {
    forgetful = true
    await expect(payload.create({ collection: 'parents', data: { text: 'a' } })).rejects.toThrow(
      /without `req`/,
    )
    expect((await payload.count({ collection: 'parents' })).totalDocs).toBe(0)
    expect((await payload.count({ collection: 'notes' })).totalDocs).toBe(0)
  })

  it('lets the next write through after such a failure', async () => {
    forgetful = false
    await payload.create({ collection: 'parents', data: { text: 'b' } })
    expect((await payload.count({ collection: 'notes' })).totalDocs).toBe(1)
  })

  it('waits for the transaction of another process, and commits then', async () => {
    const url = `file:${path.join(directory, 'lock.db')}`
    const other = drizzle({ connection: { url } }).$client
    for (let round = 0; round < 20; round += 1) {
      await other.execute('BEGIN IMMEDIATE')
      const waiting = payload.create({ collection: 'notes', data: { text: `after ${round}` } })
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate)
      await other.execute('COMMIT')
      await waiting
    }
    other.close()
    const { totalDocs } = await payload.count({ collection: 'notes', where: { text: { like: 'after' } } })
    expect(totalDocs).toBe(20)
  })

  it('refuses a write that comes after its transaction has ended', async () => {
    const id = await payload.db.beginTransaction()
    await payload.db.commitTransaction(id!)
    const late = payload.db.create({
      collection: 'notes',
      data: { text: 'late' },
      req: { transactionID: id } as any,
    })
    await expect(late).rejects.toThrow(/transaction has ended/)
  })
})
