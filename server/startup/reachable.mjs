import { connect, createServer } from 'node:net'

/** @typedef {import('./failures.mjs').StartupFailure} StartupFailure */

/**
 * Why nothing can listen on host:port just now, or null if it can. Port 0 is always free.
 *
 * @param {{ host: string, port: number }} address
 * @returns {Promise<StartupFailure | null>}
 */
export function portProblem({ host, port }) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(listenFailure(error, { host, port })))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

/**
 * The failure that an error of `listen()` stands for.
 *
 * @param {any} error
 * @param {{ host: string, port: number }} address
 * @returns {StartupFailure}
 */
export function listenFailure(error, { host, port }) {
  if (error.code === 'EADDRINUSE') return { code: 'portTaken', params: { host, port } }
  if (error.code === 'EACCES') return { code: 'portForbidden', params: { host, port } }
  return { code: 'hostUnavailable', params: { host } }
}

/**
 * Why no server of a MongoDB URI accepts a connection, or null if one does. Looks at the network
 * only (credentials are the driver's to check), and not at mongodb+srv, whose hosts are in DNS.
 *
 * @param {string} uri
 * @param {number} [timeout] milliseconds
 * @returns {Promise<StartupFailure | null>}
 */
export async function mongoProblem(uri, timeout = 3000) {
  const hosts = mongoHosts(uri)
  if (uri.startsWith('mongodb+srv:')) return null
  const reasons = await Promise.all(hosts.map((host) => connectProblem(host, timeout)))
  if (reasons.includes(null)) return null
  return { code: 'databaseUnreachable', params: { where: hosts.join(','), reason: reasons[0] ?? '' } }
}

/**
 * The failure for a database that was tried and could not be opened. Names the place without its credentials.
 *
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} reason
 * @returns {StartupFailure}
 */
export function databaseFailure({ database, databaseUri, dataDir }, reason) {
  const where =
    database === 'mongodb'
      ? mongoHosts(databaseUri ?? '').join(',')
      : (databaseUri ?? `file:${dataDir}/broadsheet.db`)
  return { code: 'databaseUnreachable', params: { where, reason } }
}

/**
 * @param {string} uri
 * @returns {string[]} host:port each
 */
function mongoHosts(uri) {
  return (/^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '').split(',')
}

/**
 * @param {string} address host:port, or the escaped path of a socket
 * @param {number} timeout
 * @returns {Promise<string | null>}
 */
function connectProblem(address, timeout) {
  const decoded = decodeURIComponent(address)
  const [, name, port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(decoded) ?? []
  const target = decoded.endsWith('.sock') ? { path: decoded } : { host: name, port: Number(port ?? 27017) }
  return new Promise((resolve) => {
    const socket = connect({ ...target, timeout })
    const done = (/** @type {string | null} */ reason) => {
      socket.destroy()
      resolve(reason)
    }
    socket.once('connect', () => done(null))
    socket.once('timeout', () => done('ETIMEDOUT'))
    socket.once('error', (/** @type {any} */ error) => done(error.code ?? error.message))
  })
}
