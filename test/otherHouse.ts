import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload, type Payload } from 'payload'
import { vi } from 'vitest'

import { apiClient } from './rest.ts'

export type DatabaseName = 'sqlite' | 'mongodb'

/** A house of the repository's own configuration, one of several in a test. */
export interface House {
  payload: Payload
  dataDir: string
  /** What a process needs that is to run on it. */
  env: Record<string, string>
  /** Asks its REST API as anybody, or with the token of a session. */
  client: (token?: string) => ReturnType<typeof apiClient>
  stop: () => Promise<void>
}

/**
 * Opens a house on a database of its own. The configuration reads the environment when it is loaded, so each house loads it
 * anew.
 */
export async function openHouse(database: DatabaseName, prepared = prepareHouse(database)): Promise<House> {
  const { dataDir, env } = prepared
  Object.assign(process.env, env)
  vi.resetModules()
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config, key: dataDir })
  if (database === 'mongodb') {
    const { collections } = payload.db as unknown as {
      collections: Record<string, { ensureIndexes(): Promise<void> }>
    }
    await Promise.all(Object.values(collections).map((model) => model.ensureIndexes()))
  }
  return {
    ...{ payload, dataDir, env },
    client: (token) => apiClient(token, { config, key: dataDir }),
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

/** A place for a house that nobody has opened yet. */
export function prepareHouse(database: DatabaseName): Pick<House, 'dataDir' | 'env'> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-house-'))
  return {
    dataDir,
    env: {
      NODE_ENV: 'production',
      NODE_OPTIONS: '--conditions=production',
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      BROADSHEET_DATA_DIR: dataDir,
      DATABASE_URI: database === 'mongodb' ? mongoUri() : `file:${path.join(dataDir, 'broadsheet.db')}`,
    },
  }
}

function mongoUri(): string {
  const base = process.env.MONGODB_URI
  if (!base) throw new Error('A house on MongoDB needs MONGODB_URI.')
  const url = new URL(base)
  url.pathname = `/broadsheet_test_${randomBytes(6).toString('hex')}`
  return url.toString()
}
