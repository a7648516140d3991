import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  readMigrationFiles,
  type Migration,
} from 'payload'

import { compareMigrations } from './migrationState.ts'

export interface MigrateOptions {
  /** Payload's own, for a database whose schema was pushed in development: it asks the person at the terminal. */
  asking: SQLiteAdapter['migrate']
  /** Those in the adapter's folder by default. */
  given?: Migration[] | undefined
}

/**
 * Runs the migrations that the database lacks, each of them once even where several processes start together: whether it has
 * run is asked again inside its transaction, which one process at a time may hold. Where a newer version has been nothing is
 * touched. A migration that fails is logged and ends the process, as Payload's own `migrate` does.
 */
export async function migrateOnce(adapter: SQLiteAdapter, { asking, given }: MigrateOptions): Promise<void> {
  const { payload } = adapter
  const migrations = given ?? ((await readMigrationFiles({ payload })) as Migration[])
  const names = migrations.map(({ name }) => name)
  const before = await appliedIn(adapter.drizzle)
  if (before.some(({ batch }) => batch === -1)) return asking.call(adapter, { migrations })
  const state = compareMigrations(
    names,
    before.map(({ name }) => name),
  )
  if (state.newer.length > 0) return
  for (const migration of migrations) {
    if (state.missing.includes(migration.name)) await runOnce(adapter, migration)
  }
}

async function runOnce(adapter: SQLiteAdapter, { name, up }: Migration): Promise<void> {
  const { payload } = adapter
  const start = Date.now()
  const req = await createLocalReq({}, payload)
  try {
    await initTransaction(req)
    const db = adapter.sessions[String(await req.transactionID)]!.db as unknown as SQLiteAdapter['drizzle']
    const applied = await appliedIn(db)
    if (applied.some((row) => row.name === name)) {
      await killTransaction(req)
      payload.logger.info({ msg: `Migrated meanwhile by another process: ${name}` })
      return
    }
    payload.logger.info({ msg: `Migrating: ${name}` })
    await up({ db, payload, req })
    const batch = Math.max(0, ...applied.map((row) => row.batch)) + 1
    await payload.create({ collection: 'payload-migrations', data: { name, batch }, req })
    await commitTransaction(req)
    payload.logger.info({ msg: `Migrated:  ${name} (${Date.now() - start}ms)` })
  } catch (err) {
    await killTransaction(req)
    payload.logger.error({ err, msg: `Error running migration ${name}` })
    process.exit(1)
  }
}

/** Empty where there is no table of migrations yet. */
async function appliedIn(db: SQLiteAdapter['drizzle']): Promise<{ name: string; batch: number }[]> {
  const table = await db.all(
    sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`,
  )
  if (table.length === 0) return []
  return db.all(sql`SELECT name, batch FROM payload_migrations`)
}
