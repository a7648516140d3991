import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const rooms = [
  'app',
  'bench',
  'e2e',
  'scripts',
  'server',
  'src',
  'test',
  'next.config.mjs',
  'payload.config.ts',
]

/**
 * Checks who imports whom under a directory by the rules of `.dependency-cruiser.cjs`.
 *
 * @param {string} [directory] laid out as the repository is
 * @param {'err' | 'json'} [output] err: for people; json: every violation with its rule
 * @returns {Promise<{ code: number, output: string }>} with 'err', code 0 means that nothing forbidden was found;
 *   'json' always ends with 0
 */
export function checkImports(directory = root, output = 'err') {
  const there = rooms.filter((room) => existsSync(join(directory, room)))
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [cruise, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', output, ...there]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output: text }))
  })
}
