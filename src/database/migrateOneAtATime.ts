import type { MigrateUpArgs, MongooseAdapter } from '@payloadcms/db-mongodb'
import { readMigrationFiles, type Migration } from 'payload'

import { Overtaken, takeLease, type Lease } from './lease.ts'
import { compareMigrations } from './migrationState.ts'

/**
 * For `afterOpenConnection` of Payload's MongoDB adapter: of processes that start together one migrates, and the others wait for it.
 * A process that dies in the middle is waited for at most half a minute. One that stood still for longer and was overtaken notices
 * before it commits: nothing of its migration is kept, and it waits for the other. Where a newer version has been nothing is touched.
 */
export function migrateOneAtATime(adapter: MongooseAdapter): void {
  const migrate = adapter.migrate
  const { payload } = adapter
  const once = async (migrations: Migration[]): Promise<void> => {
    const { missing, newer } = await stateOf(adapter, migrations)
    if (missing.length === 0 || newer.length > 0) return
    const onWait = () => payload.logger.info({ msg: 'Another process is migrating; waiting for it.' })
    const lease = await takeLease(adapter, { name: 'migrations', onWait })
    try {
      await migrate.call(adapter, { migrations: migrations.map((migration) => fenced(migration, lease)) })
    } finally {
      await lease.release()
    }
  }
  adapter.migrate = async (args) => {
    const migrations = args?.migrations ?? ((await readMigrationFiles({ payload })) as Migration[])
    for (;;) {
      try {
        return await once(migrations)
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
      }
    }
  }
}

/** Payload runs `up` and notes the migration in one transaction, which then stands or falls with the lease. */
function fenced({ up, ...migration }: Migration, lease: Lease): Migration {
  return {
    ...migration,
    up: async (args: unknown) => {
      await up(args)
      await lease.fence((args as MigrateUpArgs).session)
    },
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
