import type { Migration, Payload } from 'payload'

import { migrationState, type MigrationState } from '../src/exports/server.ts'

type MigratingAdapter = Payload['db'] & { prodMigrations?: Migration[] }

/**
 * Brings the database to this version and tells how it stands afterwards. In production Payload has migrated by itself
 * when it started; in development it does not, and both work on the same data.
 */
export async function migrate(payload: Payload): Promise<MigrationState> {
  const db = payload.db as MigratingAdapter
  const wanted = db.prodMigrations ?? []
  if (wanted.length > 0 && process.env.NODE_ENV !== 'production') await db.migrate({ migrations: wanted })
  return migrationState(payload)
}
