import { readFileSync } from 'node:fs'

/** @typedef {import('./failures.mjs').StartupFailure} StartupFailure */

/** Settings that may stand in a file instead, as Docker and Kubernetes hand out secrets: NAME_FILE names it. */
export const fileSettings = ['PAYLOAD_SECRET', 'DATABASE_URI', 'WEBHOOK_SECRET', 'METRICS_TOKEN']

/**
 * Reads the files that `NAME_FILE` settings name and puts what is in them, without white space round it, under NAME.
 *
 * @param {Record<string, string | undefined>} env is completed
 * @returns {{ failure: StartupFailure } | null}
 */
export function readSecretFiles(env) {
  for (const name of fileSettings) {
    const path = env[`${name}_FILE`]
    if (!path) continue
    // Of two values nobody knows which is meant, and an old one left behind must not win.
    if (env[name]) return { failure: { code: 'settingTwice', params: { name } } }
    try {
      const value = readFileSync(path, 'utf8').trim()
      if (value === '') return unusable(name, path, 'empty')
      env[name] = value
    } catch (error) {
      return unusable(name, path, /** @type {any} */ (error).code ?? String(error))
    }
  }
  return null
}

/**
 * @param {string} name
 * @param {string} path
 * @param {string} reason
 * @returns {{ failure: StartupFailure }}
 */
function unusable(name, path, reason) {
  return { failure: { code: 'settingFileUnusable', params: { name, path, reason } } }
}
