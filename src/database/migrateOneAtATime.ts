import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readMigrationFiles, type Migration } from 'payload'

import { compareMigrations } from './migrationState.ts'

/** Milliseconds after which a holder that does not renew its lock is taken for dead. */
const lease = 30_000
const renewal = 5_000
const pause = 200

interface Lock {
  _id: string
  holder: string
  expiresAt: Date
}

/**
 * For `afterOpenConnection` of Payload's MongoDB adapter: of processes that start together one migrates, and the others wait for it.
 * A process that dies in the middle is waited for at most half a minute (clocks of machines may differ by less). Where a newer
 * version has been nothing is touched.
 */
export function migrateOneAtATime(adapter: MongooseAdapter): void {
  const migrate = adapter.migrate
  adapter.migrate = async (args) => {
    const { payload } = adapter
    const migrations = args?.migrations ?? ((await readMigrationFiles({ payload })) as Migration[])
    const { missing, newer } = await stateOf(adapter, migrations)
    if (missing.length === 0 || newer.length > 0) return
    const release = await acquire(adapter)
    try {
      await migrate.call(adapter, { migrations })
    } finally {
      await release()
    }
  }
}

async function stateOf(adapter: MongooseAdapter, migrations: readonly Migration[]) {
  const rows = await adapter.payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
    select: { name: true },
  })
  return compareMigrations(
    migrations.map(({ name }) => name),
    rows.docs.map(({ name }) => String(name)),
  )
}

/** Waits for the lock and keeps it until it is released. */
async function acquire({ connection, payload }: MongooseAdapter): Promise<() => Promise<void>> {
  const locks = connection.collection<Lock>('broadsheet-locks')
  const [_id, holder] = ['migrations', randomUUID()]
  const take = () =>
    locks.updateOne(
      { _id, $or: [{ holder }, { expiresAt: { $lt: new Date() } }] },
      { $set: { holder, expiresAt: new Date(Date.now() + lease) } },
      { upsert: true },
    )
  for (let told = false; ; told = true) {
    try {
      await take()
      break
    } catch (error) {
      // Held: the upsert then tries to insert the same id.
      if ((error as { code?: unknown }).code !== 11_000) throw error
      if (!told) payload.logger.info({ msg: 'Another process is migrating; waiting for it.' })
      await sleep(pause)
    }
  }
  const renewing = setInterval(
    () =>
      void take().catch((err: unknown) =>
        payload.logger.error({ err, msg: 'The lock of migrations was lost' }),
      ),
    renewal,
  ).unref()
  return async () => {
    clearInterval(renewing)
    await locks.deleteOne({ _id, holder })
  }
}
