// Writes the SQLite migration for what changed in the model: `npm run migration -- NAME`.
// With --initial the one initial migration is made anew, for as long as nothing has been released.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const folder = path.resolve('migrations/sqlite')
const index = path.join(folder, 'index.ts')
const name = process.argv[2]
if (!name) {
  console.error('Usage: npm run migration -- NAME | --initial')
  process.exit(2)
}
if (name === '--initial') {
  for (const file of readdirSync(folder)) if (file !== 'index.ts') rmSync(path.join(folder, file))
  writeFileSync(index, 'export const migrations = []\n')
}
const before = new Set(readdirSync(folder))
const env = { ...process.env, NODE_OPTIONS: '--conditions=production', PAYLOAD_SECRET: 'x'.repeat(40) }
delete env.DATABASE_URI
spawnSync('npx', ['payload', 'migrate:create', name === '--initial' ? 'initial' : name], {
  env,
  stdio: 'inherit',
})

// The command exits with 0 even when it made nothing (its prompt was aborted): only the file counts.
const made = readdirSync(folder).filter((file) => file.endsWith('.ts') && !before.has(file))
if (made.length === 0) {
  console.error(
    'No migration was written. Nothing in the model has changed, or a question above was left unanswered.',
  )
  process.exit(1)
}
for (const file of made) {
  const source = readFileSync(path.join(folder, file), 'utf8')
  // Payload imports types as values, which `verbatimModuleSyntax` would keep at run time.
  const fixed = source.replace(
    /^import \{ MigrateUpArgs, MigrateDownArgs, sql \}/m,
    'import { type MigrateUpArgs, type MigrateDownArgs, sql }',
  )
  writeFileSync(path.join(folder, file), fixed)
  console.log(`migrations/sqlite/${file}`)
}
