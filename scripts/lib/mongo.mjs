import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Where the tests find a MongoDB: MONGODB_URI, else the server that ../shared/mongo/start.sh starts.
 *
 * @param {string} root
 * @returns {Promise<{ uri: string } | { missing: string, offered: boolean }>} offered: one was there,
 *   so that not having it is a failure and not a circumstance
 */
export async function findMongo(root) {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI }

  const script = join(root, '..', 'shared', 'mongo', 'start.sh')
  if (!existsSync(script)) {
    return { missing: 'MONGODB_URI is not set and ../shared/mongo/start.sh is not there', offered: false }
  }
  if (process.getuid?.() !== 0) {
    return { missing: '../shared/mongo/start.sh needs root', offered: Boolean(process.env.CI) }
  }
  try {
    const { stdout } = await promisify(execFile)(script, { timeout: 300_000 })
    const uri = /^MONGODB_URI=(.+)$/m.exec(stdout)?.[1]
    return uri ? { uri } : { missing: `${script} printed no MONGODB_URI`, offered: true }
  } catch (error) {
    return { missing: `${script} failed: ${error.message}`, offered: true }
  }
}
