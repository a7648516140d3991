import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureText } from '../../server/startup/failures.mjs'
import { runNpm } from './run.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lockfile
 */

/**
 * Whether what is installed is what the lockfile asks for, by npm's own record of the last install
 * (written at its end, so an interrupted one counts as none). Optional packages may be absent: they are
 * the binaries of other platforms.
 *
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 */
export function matchesLockfile(wanted, installed) {
  const here = installed.packages
  for (const [path, { version, integrity }] of Object.entries(here)) {
    const locked = wanted.packages[path]
    if (!locked || locked.version !== version || locked.integrity !== integrity) return false
  }
  return Object.entries(wanted.packages).every(
    ([path, { optional }]) => path === '' || path in here || optional,
  )
}

/**
 * Installs from the lockfile unless that is done already.
 *
 * @param {string} root
 * @returns {Promise<import('../../server/startup/failures.mjs').StartupFailure | null>}
 */
export async function ensureInstalled(root) {
  const recordFile = join(root, 'node_modules', '.package-lock.json')
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    if (existsSync(recordFile) && matchesLockfile(wanted, JSON.parse(readFileSync(recordFile, 'utf8')))) {
      return null
    }
  } catch (error) {
    return { code: 'lockfileUnreadable', params: { reason: error.message } }
  }
  console.log('安装依赖，约需一分钟… · Installing the dependencies, about a minute…')
  // Building needs the development dependencies, whatever NODE_ENV says.
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  return code === 0 ? null : { code: 'installFailed', params: { code } }
}

/**
 * Installs, or prints why it could not.
 *
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function installOrExplain(root) {
  const failure = await ensureInstalled(root)
  if (failure) console.error(failureText(failure))
  return failure === null
}
