import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Everything a build is made from. What is not named here cannot make a build stale.
const inputs = [
  'app',
  'migrations',
  'public',
  'server',
  'src',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'payload.config.ts',
  'scripts/build.mjs',
  'tsconfig.json',
]
const outputs = ['.next/BUILD_ID', 'dist/server.mjs']
const record = 'dist/build.json'

/**
 * SHA-256 over the names and contents of everything a build is made from. By content and not by time:
 * a clone or a checkout touches every time and changes nothing.
 *
 * @param {string} root
 * @returns {string} hex
 */
export function hashInputs(root) {
  const hash = createHash('sha256')
  hash.update(process.versions.node.split('.')[0])
  for (const input of inputs) {
    for (const file of filesUnder(root, input)) {
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
    }
  }
  return hash.digest('hex')
}

/**
 * Whether the last build was finished and made from exactly these sources.
 *
 * @param {string} root
 */
export function isBuilt(root) {
  if (![...outputs, record].every((path) => existsSync(join(root, path)))) return false
  try {
    return JSON.parse(readFileSync(join(root, record), 'utf8')).inputs === hashInputs(root)
  } catch {
    return false // An unreadable record is no record: build again.
  }
}

/**
 * Forgets the last build, so that one that is interrupted does not count.
 *
 * @param {string} root
 */
export function forgetBuild(root) {
  rmSync(join(root, record), { force: true })
}

/**
 * Records a finished build.
 *
 * @param {string} root
 * @param {string} hash of the inputs as they were before the build began
 */
export function recordBuild(root, hash) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, record), `${JSON.stringify({ inputs: hash })}\n`)
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} files, sorted, relative to the root
 */
function filesUnder(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(root, join(path, name)))
}
