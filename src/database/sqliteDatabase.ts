import { sqliteAdapter, type SQLiteAdapter, type SQLiteAdapterArgs } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseAdapterObj, Migration, PayloadRequest } from 'payload'

import { isBusy } from './isBusy.ts'
import { migrateOnce } from './migrateOnce.ts'
import { hideSearchFromPush } from './search/hiddenFromPush.ts'
import { SqliteStatistics } from './sqliteStatistics.ts'
import { WriteLock, type Release } from './writeLock.ts'

/** Payload's own options of the SQLite adapter, but for those that real transactions settle. */
type PassedOn = Omit<SQLiteAdapterArgs, 'client' | 'wal' | 'busyTimeout' | 'transactionOptions'>

export interface SqliteDatabaseOptions extends PassedOn {
  /** `file:/absolute/path.db`; `:memory:` is refused, because transactions need a second connection. */
  url: string
  /** How long a write may wait while one transaction holds the lock, in milliseconds. */
  patience?: number
}

/** Every adapter method that writes rows. All of them take `{ req }` and honour its transaction. */
const writeMethods = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type WriteArgs = { req?: Partial<PayloadRequest> }
type WriteMethod = (this: SQLiteAdapter, args: WriteArgs) => Promise<unknown>
type Drizzle = SQLiteAdapter['drizzle']

interface OpenTransaction {
  release: Release
}

/**
 * Payload's SQLite adapter with real transactions: WAL, one writer at a time, on a connection of its own.
 *
 * The plain adapter opens a new connection after each transaction, which loses the pragmas and lets
 * concurrent writers fail with SQLITE_BUSY; it also swallows a failed COMMIT. Here all writes of a process
 * pass one lock and one writing connection, in a transaction of their own when they come without one.
 * Other processes are waited for without blocking the event loop. Readers never wait and never see half.
 * Processes that start together run each migration once.
 * Ids that Payload makes are UUIDs and the schema is never pushed, unless `idType` and `push` say otherwise.
 */
export function sqliteDatabase(options: SqliteDatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> {
  if (options.url.includes(':memory:')) {
    throw new Error('Broadsheet needs a SQLite file: transactions do not work with :memory:.')
  }
  const { url, patience = 30_000, ...passedOn } = options
  const inner = sqliteAdapter({
    ...{ idType: 'uuid', push: false },
    ...passedOn,
    client: { url },
    wal: { synchronous: 'NORMAL' },
    busyTimeout: 5_000,
    transactionOptions: {},
  })
  return {
    ...inner,
    init: (args) => serialise(inner.init(args), patience),
  }
}

function serialise(adapter: SQLiteAdapter, patience: number): SQLiteAdapter {
  hideSearchFromPush(adapter)
  const lock = new WriteLock(patience)
  const open = new Map<string, OpenTransaction>()
  const statistics = new SqliteStatistics()
  let writer: Drizzle | undefined

  // Made on first use: migrations already need it while Payload is still connecting.
  const openWriter = async (): Promise<Drizzle> => {
    const db = drizzle({ connection: adapter.clientConfig, schema: adapter.schema }) as Drizzle
    // Waiting inside SQLite would stop the event loop; `beginImmediate` waits outside of it.
    await db.$client.execute('PRAGMA busy_timeout = 0;')
    await db.$client.execute('PRAGMA synchronous = NORMAL;')
    await db.$client.execute('PRAGMA foreign_keys = ON;')
    return db
  }

  const asking = adapter.migrate
  adapter.migrate = (args) =>
    migrateOnce(adapter, { asking, given: args?.migrations as Migration[] | undefined })

  const connect = adapter.connect!
  adapter.connect = async function (args) {
    await connect.call(this, args)
    const release = await lock.acquire()
    try {
      await statistics.take((writer ??= await openWriter()).$client, adapter.client)
    } finally {
      release()
    }
  }

  const destroy = adapter.destroy!
  adapter.destroy = async function () {
    const release = await lock.acquire()
    // What is copied after a stop is then whole in one file. A reader elsewhere may keep it from being so.
    await writer?.$client.execute('PRAGMA wal_checkpoint(TRUNCATE);')
    writer?.$client.close()
    writer = undefined
    release()
    await destroy.call(this)
  }

  /**
   * BEGIN IMMEDIATE, waiting for other processes without blocking this one. A BEGIN that was refused stays unfinished on its
   * connection, where every later COMMIT would then fail ("SQL statements in progress"): the next try has a fresh one.
   */
  const beginImmediate = async (): Promise<Drizzle> => {
    const deadline = performance.now() + patience
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      const db = (writer ??= await openWriter())
      try {
        await db.$client.execute('BEGIN IMMEDIATE')
        return db
      } catch (error) {
        if (!isBusy(error)) throw error
        db.$client.close()
        writer = undefined
        if (performance.now() > deadline) {
          throw new Error(
            `Another process has held SQLite's write lock for ${patience} ms. Wait for it to finish, or stop it.`,
            { cause: error },
          )
        }
        await sleep(pause)
      }
    }
  }

  const begin = async (): Promise<string> => {
    const release = await lock.acquire()
    try {
      const db = await beginImmediate()
      const id = randomUUID()
      open.set(id, { release })
      // The shape that Payload's own code looks up; ending goes through `end`, never through these two.
      adapter.sessions[id] = {
        db: db as never,
        resolve: async () => end(id, 'COMMIT'),
        reject: async () => end(id, 'ROLLBACK'),
      }
      return id
    } catch (error) {
      release()
      throw error
    }
  }

  const end = async (id: string, statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    const transaction = open.get(id)
    if (!transaction) return
    open.delete(id)
    delete adapter.sessions[id]
    try {
      await writer!.$client.execute(statement)
    } catch (error) {
      // A COMMIT that failed leaves the transaction open on the connection.
      if (statement === 'COMMIT') await writer!.$client.execute('ROLLBACK').catch(() => undefined)
      transaction.release()
      throw error
    }
    try {
      if (statement === 'COMMIT') await statistics.follow(writer!.$client, adapter.client)
    } catch (error) {
      // The transaction stands: whoever wrote must not be told that it failed.
      const msg = 'SQLite could not take statistics; reading may be slower until it can.'
      adapter.payload.logger.error({ err: error, msg })
    } finally {
      transaction.release()
    }
  }

  adapter.beginTransaction = begin
  adapter.commitTransaction = async (id) => end(String(await id), 'COMMIT')
  adapter.rollbackTransaction = async (id) => {
    const key = String(await id)
    const reader = readers.get(key)
    if (!reader) return end(key, 'ROLLBACK')
    readers.delete(key)
    delete adapter.sessions[key]
    reader.$client.close()
  }

  const readers = new Map<string, Drizzle>()
  /** A transaction that only reads: it sees the database as it is now and keeps no writer waiting. Roll it back to end it. */
  const beginSnapshot = async (): Promise<string> => {
    const db = drizzle({ connection: adapter.clientConfig, schema: adapter.schema }) as Drizzle
    await db.$client.execute('PRAGMA query_only = ON;')
    await db.$client.execute('BEGIN')
    // BEGIN alone waits for the first read to choose its moment.
    await db.$client.execute('SELECT count(*) FROM sqlite_master')
    const id = randomUUID()
    readers.set(id, db)
    adapter.sessions[id] = { db: db as never, resolve: async () => undefined, reject: async () => undefined }
    return id
  }
  Object.assign(adapter, { beginSnapshot })

  for (const name of writeMethods) {
    const write = adapter[name] as unknown as WriteMethod
    const serialised: WriteMethod = async function (args) {
      const id = await args.req?.transactionID
      if (id !== undefined && id !== null) {
        if (open.has(String(id))) return write.call(this, args)
        throw new Error(
          'This request’s transaction has ended. A write after it would stand outside of any transaction: ' +
            'do not go on with a request whose nested operation has failed.',
        )
      }
      const own = await begin()
      try {
        const req = Object.assign(Object.create(args.req ?? null), { transactionID: own })
        const result = await write.call(this, { ...args, req })
        await end(own, 'COMMIT')
        return result
      } catch (error) {
        await end(own, 'ROLLBACK')
        throw error
      }
    }
    Object.assign(adapter, { [name]: serialised })
  }
  return adapter
}
