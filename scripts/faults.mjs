#!/usr/bin/env node
// `npm run test:faults`: a process that publishes an issue is killed (SIGKILL) at 200 random moments on each database, in
// houses side by side. FAULTS: kills for each database; FAULTS_SEED: the first house's seed.
// Exit code 0: readers saw all or nothing every time; 1: not so; 2: it could not be tried.
import { join } from 'node:path'
import { findMongo } from './lib/mongo.mjs'
import { run } from './lib/run.mjs'

const houses = 2
const kills = Number(process.env.FAULTS ?? 200)
if (!Number.isInteger(kills) || kills < 1) {
  console.error(`FAULTS must be a whole number of kills, not ${process.env.FAULTS}.`)
  process.exit(2)
}
const root = join(import.meta.dirname, '..')
const mongo = await findMongo(root)
if ('missing' in mongo) console.log(`MongoDB is left out: ${mongo.missing}.`)
/** @type {Record<string, string>[]} */
const databases = [{ BROADSHEET_TEST_DB: 'sqlite' }]
if ('uri' in mongo) databases.push({ BROADSHEET_TEST_DB: 'mongodb', MONGODB_URI: mongo.uri })

let failed = 0
for (const database of databases) {
  const share = (/** @type {number} */ house) => Math.floor((kills + house) / houses)
  const codes = await Promise.all(
    Array.from({ length: houses }, (_, house) => house)
      .filter((house) => share(house) > 0)
      .map((house) => {
        const seed = process.env.FAULTS_SEED
          ? { FAULTS_SEED: String(Number(process.env.FAULTS_SEED) + house) }
          : {}
        const env = { ...process.env, ...database, ...seed, FAULTS: String(share(house)) }
        const vitest = [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          'test/failures/publishing.test.ts',
        ]
        return run(process.execPath, vitest, { cwd: root, env })
      }),
  )
  failed += codes.filter((code) => code !== 0).length
}
console.log(
  failed === 0 ? 'Readers saw all or nothing, every time.' : `${failed} of the houses failed: see above.`,
)
process.exitCode = failed === 0 ? 0 : 1
