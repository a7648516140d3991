import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditHouse } from '../../src/exports/audit.ts'
import { boot, type Booted } from '../boot.ts'
import { makeSignedIssue, type MadeIssue } from '../madeIssue.ts'
import { apiClient } from '../rest.ts'
import { endSessions } from './endSessions.ts'
import { startPublisher } from './publisherProcess.ts'
import { randomFrom } from './random.ts'

type Row = Record<string, unknown> & { id: string }

const kills = Number(process.env.FAULTS ?? 10)
const seed = Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 2 ** 31))
const size = { pages: 24, articles: 200 }

/** What readers and the desk see of the issue. */
interface Seen {
  readers: Record<string, number>
  stage: string
  outbox: number
  editions: number
}

describe(`a publisher killed at ${kills} random moments (seed ${seed})`, () => {
  let house: Booted
  let payload: Payload
  let made: MadeIssue
  let kept: Kept

  beforeAll(async () => {
    house = await boot()
    payload = house.payload
    payload.logger.level = 'silent'
    made = await makeSignedIssue(payload, size)
    kept = house.database === 'sqlite' ? await keepFile(house) : await keepDocuments(payload)
  })
  afterAll(() => house.stop())

  const anonymous = apiClient()
  const seen = async (): Promise<Seen> => {
    const count = async (collection: string, query: string) =>
      (await anonymous.get(`/api/${collection}/count?${query}`)).body.totalDocs as number
    const ofIssue = `where[issue][equals]=${made.issue}`
    const graphql = await anonymous.graphql('{ Articles { totalDocs } }')
    const issue = await payload.db.findOne<Row>({
      collection: 'issues',
      where: { id: { equals: made.issue } },
    })
    const stored = async (collection: string) =>
      (await payload.db.count({ collection, where: { issue: { equals: made.issue } } })).totalDocs
    return {
      readers: {
        articles: await count('articles', `where[publication][equals]=${made.publication}`),
        graphql: graphql.body.data.Articles.totalDocs,
        issues: await count('issues', `where[id][equals]=${made.issue}`),
        pages: await count('pages', ofIssue),
        placements: await count('placements', ofIssue),
      },
      stage: String(issue!.stage),
      outbox: await stored('outbox'),
      editions: await stored('editions'),
    }
  }
  const { pages, articles } = size
  const nothing: Seen = {
    readers: { articles: 0, graphql: 0, issues: 0, pages: 0, placements: 0 },
    ...{ stage: 'signed', outbox: 0, editions: 0 },
  }
  const everything: Seen = {
    readers: { articles, graphql: articles, issues: 1, pages, placements: articles },
    ...{ stage: 'published', outbox: 1, editions: 1 },
  }

  it(
    'leaves readers all of the issue or nothing of it, and the trail whole',
    async () => {
      const random = randomFrom(seed)
      // How long it takes from begin to commit, undisturbed.
      const calm = await startPublisher(process.env.DATABASE_URI!)
      const done = calm.publish(made.issue)
      await calm.reached('B')
      const begun = performance.now()
      await calm.reached('D')
      let duration = performance.now() - begun
      expect(await done).toBe('moved')
      await calm.marks()
      expect(await seen()).toEqual(everything)
      expect((await auditHouse(payload)).finding).toBeNull()
      await kept.restore()
      expect(await seen()).toEqual(nothing)

      const ends = { before: 0, between: 0, after: 0 }
      let published = 0
      for (let round = 1; round <= kills; round += 1) {
        const publisher = await startPublisher(process.env.DATABASE_URI!)
        void publisher.publish(made.issue)
        // Most of them within the transaction; the rest also before it, or just after.
        if (random() < 0.9) await publisher.reached('B')
        await wait(random() * duration * 1.05)
        publisher.kill()
        const marks = await publisher.marks()
        const moment = marks.includes('D') ? 'after' : marks.includes('B') ? 'between' : 'before'
        ends[moment] += 1
        // A machine that has become quicker or slower meanwhile must not move the kills out of the transaction.
        duration *= moment === 'after' ? 0.8 : 1.04
        await kept.reopen(publisher.sessions())
        const now = await seen()
        expect(
          [nothing, everything],
          `round ${round}, killed ${moment}: ${JSON.stringify(now)}`,
        ).toContainEqual(now)
        if (moment === 'after') expect(now).toEqual(everything)
        if (moment === 'before') expect(now).toEqual(nothing)
        if (now.stage !== 'published') continue
        published += 1
        if (published === 1) expect((await auditHouse(payload)).finding).toBeNull()
        await kept.restore()
      }
      console.log(
        `${house.database}: ${kills} kills, ${ends.before} before, ${ends.between} between begin and commit, ` +
          `${ends.after} after; published ${published}; at the end about ${Math.round(duration)} ms; seed ${seed}`,
      )
      expect(ends.between).toBeGreaterThanOrEqual(kills / 2)
      expect((await auditHouse(payload)).finding).toBeNull()
      // Who was killed can simply do it again.
      const again = await startPublisher(process.env.DATABASE_URI!)
      expect(await again.publish(made.issue)).toBe('moved')
      await again.marks()
      await kept.reopen()
      expect(await seen()).toEqual(everything)
      await kept.restore()
    },
    600_000 + kills * 90_000,
  )

  it('of two processes that publish at the same moment lets one, once', async () => {
    const both = await Promise.all([1, 2].map(() => startPublisher(process.env.DATABASE_URI!)))
    const outcomes = await Promise.all(both.map((publisher) => publisher.publish(made.issue)))
    await Promise.all(both.map((publisher) => publisher.marks()))
    expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1)
    expect(['refused', 'busy']).toContain(outcomes.find((outcome) => outcome !== 'moved'))
    await kept.reopen()
    expect(await seen()).toEqual(everything)
    expect((await auditHouse(payload)).finding).toBeNull()
  }, 300_000)
})

/** The database as it was before anything was published. */
interface Kept {
  /** What is there is put back. */
  restore(): Promise<void>
  /** Reads what a dead process has left, which had these sessions, as a process that starts does. */
  reopen(sessions?: readonly string[]): Promise<void>
}

interface SqliteAdapter {
  client: { close(): void; execute(sql: string): Promise<unknown> } | null
  connect(options: object): Promise<void>
}

/** SQLite: the file is copied; its journal is read again with each new connection. */
async function keepFile({ payload, dataDir }: Booted): Promise<Kept> {
  const db = payload.db as unknown as SqliteAdapter
  const file = path.join(dataDir, 'broadsheet.db')
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-kept-'))
  const reopen = async () => {
    db.client?.close()
    db.client = null
    await db.connect({ hotReload: true })
  }
  await db.client!.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  copyFileSync(file, path.join(folder, 'kept.db'))
  return {
    reopen,
    restore: async () => {
      db.client?.close()
      db.client = null
      // Removed first: whoever still has it open goes on with the old file, and nobody mixes the two.
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
      copyFileSync(path.join(folder, 'kept.db'), file)
      await db.connect({ hotReload: true })
    },
  }
}

interface MongoAdapter {
  connection: {
    db: {
      collection(name: string): {
        updateOne(where: object, change: object, options: object): Promise<unknown>
      }
      collections(): Promise<
        {
          find(): { toArray(): Promise<object[]> }
          deleteMany(where: object): Promise<unknown>
          insertMany(documents: object[]): Promise<unknown>
        }[]
      >
    }
  }
}

/** MongoDB: documents are put back, collection by collection. */
async function keepDocuments(payload: Payload): Promise<Kept> {
  const { db } = (payload.db as unknown as MongoAdapter).connection
  const collections = await db.collections()
  const documents = await Promise.all(collections.map((collection) => collection.find().toArray()))
  return {
    reopen: async (sessions = []) => {
      await endSessions(payload, sessions)
      const begun = performance.now()
      for (;;) {
        const touched = await db
          .collection('issues')
          .updateOne({}, { $set: { touched: 1 } }, { maxTimeMS: 2_000 })
          .then(
            () => true,
            () => false,
          )
        if (touched) break
        if (performance.now() - begun > 120_000) throw new Error('The rows are still held')
        await wait(200)
      }
    },
    restore: async () => {
      for (const [index, collection] of collections.entries()) {
        await collection.deleteMany({})
        if (documents[index]!.length > 0) await collection.insertMany(documents[index]!)
      }
    },
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
