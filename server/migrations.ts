import type { Migration, Payload } from 'payload'

type MigratingAdapter = Payload['db'] & { prodMigrations?: Migration[] }

/**
 * Brings the database to this version and names the migrations that are still missing afterwards; empty
 * means it is up to date. In production Payload has migrated by itself when it started; in development
 * it does not, and both work on the same data. Judged by the database's record, not by exit codes.
 */
export async function migrate(payload: Payload): Promise<string[]> {
  const db = payload.db as MigratingAdapter
  const wanted = db.prodMigrations ?? []
  if (wanted.length === 0) return []
  if (process.env.NODE_ENV !== 'production') await db.migrate({ migrations: wanted })

  const { docs } = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
    select: { name: true },
  })
  const applied = new Set(docs.map(({ name }) => name))
  return wanted.map(({ name }) => name).filter((name) => !applied.has(name))
}
