import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildConfig, getPayload, handleEndpoints, type CollectionConfig, type Payload } from 'payload'

import { sqliteDatabase } from '../src/exports/sqlite.ts'
import { broadsheet, type BroadsheetOptions } from '../src/index.ts'
import type { Answer } from './rest.ts'

export interface OtherApp {
  payload: Payload
  /** Where its data is, for an app that is to go on with it. */
  dataDir: string
  /** Asks the REST API, with the token of a session or as anybody. */
  ask: (request: { method?: string; path: string; data?: unknown; token?: string }) => Promise<Answer>
  /** Ends it, and removes its data unless another app is to go on with them. */
  stop: (options?: { keep: boolean }) => Promise<void>
}

export interface OtherAppOptions {
  options: BroadsheetOptions
  collections: CollectionConfig[]
  /** Of an app that ran before on the same data. */
  dataDir?: string
}

let starts = 0

/** Another app that uses the plugin, in its own way: Payload numbers its rows on SQLite, as the official template has it. */
export async function bootWith({ options, collections, ...data }: OtherAppOptions): Promise<OtherApp> {
  const onMongo = process.env.BROADSHEET_TEST_DB === 'mongodb'
  const dataDir = data.dataDir ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-app-'))
  // Payload makes the schema by itself in development, as it would while such an app is written.
  Object.assign(process.env, {
    NODE_ENV: 'development',
    PAYLOAD_FORCE_DRIZZLE_PUSH: 'true',
    DISABLE_PAYLOAD_HMR: 'true',
  })
  const config = await buildConfig({
    secret: randomBytes(32).toString('hex'),
    db: onMongo
      ? mongooseAdapter({ url: databaseIn(path.basename(dataDir)), allowIDOnCreate: true })
      : sqliteDatabase({ url: `file:${path.join(dataDir, 'app.db')}`, idType: 'number', push: true }),
    editor: lexicalEditor(),
    collections,
    plugins: [broadsheet(options)],
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'error' } },
  })
  const key = `${dataDir} ${(starts += 1)}`
  const payload = await getPayload({ config, key })
  return {
    payload,
    dataDir,
    ask: async ({ method = 'GET', path: asked, data, token }) => {
      const request = new Request(`http://localhost${asked}`, {
        method,
        headers: {
          ...(data === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `JWT ${token}` } : {}),
        },
        ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      })
      const response = await handleEndpoints({ config, request, payloadInstanceCacheKey: key })
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : null }
    },
    stop: async ({ keep } = { keep: false }) => {
      if (onMongo && !keep) {
        const { connection } = payload.db as unknown as { connection: { dropDatabase(): Promise<void> } }
        await connection.dropDatabase()
      }
      await payload.destroy()
      if (!keep) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function databaseIn(name: string): string {
  const base = process.env.MONGODB_URI
  if (!base) throw new Error('BROADSHEET_TEST_DB=mongodb needs MONGODB_URI.')
  const url = new URL(base)
  url.pathname = `/${name.toLowerCase().replaceAll('-', '_')}`
  return url.toString()
}
