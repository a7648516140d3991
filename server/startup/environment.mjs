/**
 * The settings Broadsheet takes from its environment, read in one place for the launcher, the
 * server and the commands. Plain JavaScript without dependencies: the launcher needs it first.
 *
 * @typedef {import('./failures.mjs').StartupFailure} StartupFailure
 * @typedef {object} Settings
 * @property {'sqlite' | 'mongodb'} database
 * @property {string | undefined} databaseUri as given; absent means the SQLite file in dataDir
 * @property {string} dataDir absolute
 * @property {string} host address to listen on; loopback unless HOST says otherwise
 * @property {number} port 0 lets the system choose
 * @property {string | undefined} publicUrl origin under which readers and staff reach the server
 * @property {string | undefined} secret PAYLOAD_SECRET as given
 * @property {string | undefined} metricsToken what a monitor must send to read /metrics; none: nobody reads it
 */
import { resolve } from 'node:path'

/**
 * Reads and checks the settings. Nothing is touched: no file, no network, no `process.env`.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} root directory that a relative BROADSHEET_DATA_DIR starts from
 * @returns {{ settings: Settings } | { failure: StartupFailure }}
 */
export function readSettings(env, root) {
  const port = readPort(env.PORT)
  if (port === null) return { failure: { code: 'portInvalid', params: { value: env.PORT ?? '' } } }

  const publicUrl = readPublicUrl(env.PUBLIC_URL)
  if (publicUrl === null) {
    return { failure: { code: 'publicUrlInvalid', params: { value: env.PUBLIC_URL ?? '' } } }
  }

  const databaseUri = env.DATABASE_URI || undefined
  const database = databaseKind(databaseUri)
  if (database === null) return { failure: { code: 'databaseUriInvalid' } }
  if (database === 'mongodb' && !namesReplicaSet(databaseUri ?? '')) {
    return { failure: { code: 'mongoNoReplicaSet' } }
  }

  return {
    settings: {
      database,
      databaseUri,
      dataDir: resolve(root, env.BROADSHEET_DATA_DIR || 'data'),
      host: env.HOST || '127.0.0.1',
      port,
      publicUrl,
      secret: env.PAYLOAD_SECRET || undefined,
      metricsToken: env.METRICS_TOKEN || undefined,
    },
  }
}

/** @param {string | undefined} value */
function readPort(value) {
  if (value === undefined || value === '') return 3000
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) return null
  return Number(value)
}

/** @param {string | undefined} value */
function readPublicUrl(value) {
  if (value === undefined || value === '') return undefined
  if (!URL.canParse(value)) return null
  const url = new URL(value)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null
}

/** @param {string | undefined} uri */
function databaseKind(uri) {
  if (uri === undefined || uri.startsWith('file:')) return 'sqlite'
  return /^mongodb(\+srv)?:\/\/./.test(uri) ? 'mongodb' : null
}

/**
 * mongodb+srv takes the replica set's name from a DNS record, so only a plain URI must name it.
 *
 * @param {string} uri
 */
function namesReplicaSet(uri) {
  if (uri.startsWith('mongodb+srv:')) return true
  const query = uri.split('?')[1] ?? ''
  return Boolean(new URLSearchParams(query).get('replicaSet'))
}
