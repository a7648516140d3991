import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { lexicalEditor, LinkFeature } from '@payloadcms/richtext-lexical'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildConfig, type CollectionConfig } from 'payload'
import sharp from 'sharp'

import { migrations as mongoMigrations } from './migrations/mongodb/index.ts'
import { migrations as sqliteMigrations } from './migrations/sqlite/index.ts'
import { migrateOneAtATime } from './src/exports/mongodb.ts'
import { sqliteDatabase } from './src/exports/sqlite.ts'
import { authOverRestOnly, broadsheet, idField, webhooksFrom } from './src/index.ts'

const root = process.cwd()
// Next would trace the whole project from a path that it cannot know.
const dataDir = path.resolve(/* turbopackIgnore: true */ root, process.env.BROADSHEET_DATA_DIR ?? 'data')
const databaseUri = process.env.DATABASE_URI ?? `file:${path.join(dataDir, 'broadsheet.db')}`
const publicUrl = process.env.PUBLIC_URL?.replace(/\/+$/, '')
const onMongo = /^mongodb(\+srv)?:/.test(databaseUri)

const users: CollectionConfig = {
  slug: 'users',
  auth: {
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 12 * 60 * 60,
    // Payload's own interval is kept by a write outside the transaction it has just begun: on SQLite, where
    // transactions are serialised, it would wait for itself. The server limits these requests instead.
    forgotPassword: { minRequestInterval: 0 },
    cookies: { sameSite: 'Lax', secure: publicUrl?.startsWith('https:') ?? false },
  },
  fields: [idField],
}

const media: CollectionConfig = {
  slug: 'media',
  upload: {
    staticDir: path.join(dataDir, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
    imageSizes: [
      { name: 'thumbnail', width: 320 },
      { name: 'column', width: 1080 },
    ],
    adminThumbnail: 'thumbnail',
  },
  fields: [idField, { name: 'alt', type: 'text', label: { zh: '替代文字', en: 'Alternative text' } }],
}

export default buildConfig({
  secret: secret(),
  ...(publicUrl ? { serverURL: publicUrl } : {}),
  ...otherSites(),
  db: database(),
  // Pictures have a field of their own, and a link has an address: bodies refer to no documents.
  editor: lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(({ key }) => !['upload', 'relationship', 'link'].includes(key)),
      LinkFeature({ enabledCollections: [] }),
    ],
  }),
  sharp,
  collections: [users, media],
  plugins: [
    broadsheet({
      delivery: { ...memory(), previewUrl: '/preview/{token}' },
      feeds: { path: '/feeds' },
      webhooks: webhooksFrom({ urls: process.env.WEBHOOK_URLS, secret: process.env.WEBHOOK_SECRET }),
    }),
  ],
  telemetry: false,
  graphQL: { validationRules: authOverRestOnly },
  // Lines of JSON beside the server's own; in development Payload's coloured ones.
  ...(process.env.NODE_ENV === 'production'
    ? { logger: { options: { level: 'info' }, destination: process.stdout } }
    : {}),
  admin: {
    user: users.slug,
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: {
      titleSuffix: ' · Broadsheet',
      defaultOGImageType: 'off',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
    },
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'app/(payload)/admin/importMap.js'),
    },
  },
  typescript: { autoGenerate: false, declare: false, outputFile: path.join(root, 'payload-types.ts') },
})

/** How much of what is published a process keeps in memory; the plugin's own measure unless BROADSHEET_MEMORY_MB says. */
function memory(): { memory?: number } {
  const megabytes = process.env.BROADSHEET_MEMORY_MB
  return megabytes ? { memory: Number(megabytes) * 1024 * 1024 } : {}
}

/** Pages of which other origins may read the API in a browser: those of CORS_ORIGINS, or all (`*`). None else. */
function otherSites() {
  const given = (process.env.CORS_ORIGINS ?? '').split(/[\s,]+/).filter((one) => one !== '')
  if (given.length === 0) return {}
  const wrong = given.find((one) => one !== '*' && !/^https?:\/\/[^/]+\/?$/.test(one))
  if (wrong !== undefined) {
    throw new Error(
      `CORS_ORIGINS names “${wrong}”, which is no origin. Write https://www.example.com, several with spaces between, or * for all. / ` +
        `CORS_ORIGINS 中的“${wrong}”不是来源。请写成 https://www.example.com，多个用空格隔开；* 表示不限。`,
    )
  }
  const origins = given.includes('*') ? ('*' as const) : given.map((one) => new URL(one).origin)
  return { cors: { origins, headers: ['If-Match', 'If-None-Match'] } }
}

function database() {
  if (!onMongo) {
    return sqliteDatabase({
      url: databaseUri,
      migrationDir: path.join(root, 'migrations/sqlite'),
      prodMigrations: sqliteMigrations,
    })
  }
  if (!new URL(databaseUri).searchParams.has('replicaSet') && !databaseUri.startsWith('mongodb+srv:')) {
    throw new Error(
      'DATABASE_URI names no replica set. Publishing needs transactions, and MongoDB has them only in a replica set: ' +
        'add ?replicaSet=NAME. / DATABASE_URI 没有指定副本集。发布依赖事务，而 MongoDB 只有副本集才支持事务：请加上 ?replicaSet=名称。',
    )
  }
  return mongooseAdapter({
    url: databaseUri,
    allowIDOnCreate: true,
    migrationDir: path.join(root, 'migrations/mongodb'),
    prodMigrations: mongoMigrations,
    afterOpenConnection: migrateOneAtATime,
  })
}

/** From the environment; on the embedded database, else, the random one that the first start kept. */
function secret(): string {
  const file = path.join(dataDir, 'secret')
  const value =
    process.env.PAYLOAD_SECRET ?? (!onMongo && existsSync(file) ? readFileSync(file, 'utf8').trim() : '')
  if (value.length >= 32) return value
  // Building reads the config without a house around it; nothing is signed then.
  if (process.env.NEXT_PHASE === 'phase-production-build') return 'only-while-building-nothing-is-signed'
  throw new Error(
    'PAYLOAD_SECRET is missing or shorter than 32 characters. Set it in the environment; on SQLite `npm start` makes one. / ' +
      '缺少 PAYLOAD_SECRET 或不足 32 个字符。请在环境变量中设置；使用 SQLite 时 npm start 会自动生成。',
  )
}
