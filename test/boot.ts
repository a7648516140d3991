import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

export interface Booted {
  payload: Payload
  /** Where this test's database and media are. */
  dataDir: string
  database: 'sqlite' | 'mongodb'
  /** Closes the database and removes what the test wrote. */
  stop: () => Promise<void>
}

/**
 * Starts Payload on a database of its own: a SQLite file, or, with BROADSHEET_TEST_DB=mongodb, a
 * database on the server that MONGODB_URI names. One per test file, before any import of the config.
 */
export async function boot(): Promise<Booted> {
  const database = process.env.BROADSHEET_TEST_DB === 'mongodb' ? 'mongodb' : 'sqlite'
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'))
  Object.assign(process.env, {
    // Outside production Payload pushes the schema itself, and the migrations would go untested.
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    BROADSHEET_DATA_DIR: dataDir,
    DATABASE_URI: database === 'mongodb' ? mongoUri() : `file:${path.join(dataDir, 'broadsheet.db')}`,
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config })
  // MongoDB builds indexes in the background; a test must not outrun a unique one.
  if (database === 'mongodb') {
    const { collections } = payload.db as unknown as {
      collections: Record<string, { ensureIndexes(): Promise<void> }>
    }
    await Promise.all(Object.values(collections).map((model) => model.ensureIndexes()))
  }
  return {
    payload,
    dataDir,
    database,
    stop: async () => {
      if (database === 'mongodb') {
        const { connection } = payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }
        await connection.dropDatabase()
      }
      await payload.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function mongoUri(): string {
  const base = process.env.MONGODB_URI
  if (!base) throw new Error('BROADSHEET_TEST_DB=mongodb needs MONGODB_URI.')
  const url = new URL(base)
  url.pathname = `/broadsheet_test_${randomBytes(6).toString('hex')}`
  return url.toString()
}
