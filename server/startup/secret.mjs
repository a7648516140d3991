import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('./failures.mjs').StartupFailure} StartupFailure */

const minimumLength = 32
// Fewer different characters than this is a placeholder or a key held down, whatever its length.
const minimumVariety = 10
const placeholder = /change.?me|your.?secret|replace.?(me|this)|payload.?secret|example|placeholder/i

/**
 * The secret that signs sessions: the given one if it is strong enough; with SQLite otherwise the
 * one kept in `<dataDir>/secret` (32 random bytes in hex, mode 0600), made at the first call
 * (the directory must exist).
 * With MongoDB several processes share the data, so it must be given.
 *
 * @param {import('./environment.mjs').Settings} settings
 * @returns {{ secret: string } | { failure: StartupFailure }}
 */
export function ensureSecret({ database, dataDir, secret }) {
  if (secret !== undefined) {
    return isStrongSecret(secret) ? { secret } : { failure: { code: 'secretWeak' } }
  }
  if (database === 'mongodb') return { failure: { code: 'secretMissing' } }

  const path = join(dataDir, 'secret')
  try {
    // 'wx': of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(path, `${randomBytes(minimumLength).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') return unusable(path, error.code ?? error.message)
  }
  try {
    chmodSync(path, 0o600)
    const kept = readFileSync(path, 'utf8').trim()
    return isStrongSecret(kept) ? { secret: kept } : unusable(path, 'too short')
  } catch (error) {
    return unusable(path, error.code ?? error.message)
  }
}

/**
 * Whether a secret is long, varied and not a well-known placeholder.
 *
 * @param {string} secret
 */
export function isStrongSecret(secret) {
  return secret.length >= minimumLength && new Set(secret).size >= minimumVariety && !placeholder.test(secret)
}

/**
 * @param {string} path
 * @param {string} reason
 * @returns {{ failure: StartupFailure }}
 */
function unusable(path, reason) {
  return { failure: { code: 'secretFileUnusable', params: { path, reason } } }
}
