import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readSettings } from './environment.mjs'
import { ensureSecret } from './secret.mjs'
import { readSecretFiles } from './secretFiles.mjs'

/** @typedef {import('./environment.mjs').Settings & { secret: string }} ReadySettings */

/**
 * Makes this process ready to load `payload.config.ts`: reads `.env` (which never overrides what is
 * already set) and the files that `NAME_FILE` settings name, checks the settings, makes sure the data directory can be written and the secret
 * exists, and puts PAYLOAD_SECRET and an absolute BROADSHEET_DATA_DIR into `process.env`.
 * Commands and the server call it before they import the configuration.
 *
 * @param {string} [root] the repository's root, where `.env` and `data/` are
 * @returns {{ settings: ReadySettings } | { failure: import('./failures.mjs').StartupFailure }}
 */
export function prepareProcess(root = process.cwd()) {
  const envFile = join(root, '.env')
  if (existsSync(envFile)) {
    try {
      process.loadEnvFile(envFile)
    } catch (error) {
      return { failure: { code: 'envFileUnreadable', params: { path: envFile, reason: reasonOf(error) } } }
    }
  }

  const unread = readSecretFiles(process.env)
  if (unread) return unread

  // An empty value, as in a copied .env.example, means the same to everyone: not set.
  for (const name of ['DATABASE_URI', 'PUBLIC_URL', 'PAYLOAD_SECRET', 'BROADSHEET_DATA_DIR']) {
    if (process.env[name] === '') delete process.env[name]
  }

  const read = readSettings(process.env, root)
  if ('failure' in read) return read
  const { settings } = read

  try {
    makeDirectory(settings.dataDir)
    // Permissions say nothing about a full or read-only disk; only writing does.
    const probe = join(settings.dataDir, `.writable-${process.pid}`)
    writeFileSync(probe, 'probe')
    rmSync(probe)
  } catch (error) {
    return {
      failure: { code: 'dataNotWritable', params: { path: settings.dataDir, reason: reasonOf(error) } },
    }
  }

  const made = ensureSecret(settings)
  if ('failure' in made) return made

  process.env.PAYLOAD_SECRET = made.secret
  process.env.BROADSHEET_DATA_DIR = settings.dataDir
  // The configuration reads it as well, and a slash at its end would stand in the middle of every address.
  if (settings.publicUrl) process.env.PUBLIC_URL = settings.publicUrl
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  return { settings: { ...settings, secret: made.secret } }
}

/**
 * Makes a directory and those above it. Not mkdir's own `recursive`, which never returns where a file
 * system answers ENOENT to every attempt.
 *
 * @param {string} path absolute
 */
function makeDirectory(path) {
  if (existsSync(path)) return
  if (!existsSync(dirname(path))) makeDirectory(dirname(path))
  // It will hold password hashes and the secret.
  mkdirSync(path, { mode: 0o700 })
}

/** @param {any} error */
function reasonOf(error) {
  return error.code ?? error.message
}
