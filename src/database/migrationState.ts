import type { Migration, Payload } from 'payload'

/** How a database stands to the migrations that this version of the code brings. */
export interface MigrationState {
  /** Names of migrations that the code brings and the database has not run. */
  missing: string[]
  /** Names of migrations that a newer version of the code has run, younger than all that this one knows; sorted. */
  newer: string[]
}

type MigratingAdapter = Payload['db'] & { prodMigrations?: Migration[] }

/** The name under which Payload notes that it has pushed the schema itself, as it does in development. */
const pushed = 'dev'
/** Payload begins names with the moment in which a migration was written. */
const dated = /^\d{8}_\d{6}/

/**
 * Compares by the database's own record, not by exit codes. An app that brings no migrations, or whose schema is pushed in
 * development, lacks nothing.
 */
export async function migrationState(payload: Payload): Promise<MigrationState> {
  const { prodMigrations } = payload.db as MigratingAdapter
  if (!prodMigrations) return { missing: [], newer: [] }
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
    select: { name: true },
  })
  return compareMigrations(
    prodMigrations.map(({ name }) => name),
    docs.map(({ name }) => String(name)),
  )
}

/** The state by the names that the code brings and the names that the database has. */
export function compareMigrations(wanted: readonly string[], applied: readonly string[]): MigrationState {
  const youngest = wanted.toSorted().at(-1) ?? ''
  return {
    missing: applied.includes(pushed) ? [] : wanted.filter((name) => !applied.includes(name)),
    // Old names that are gone are no newer version: an app may have put its first migrations together into one.
    newer: applied.filter((name) => dated.test(name) && name > youngest).toSorted(),
  }
}
