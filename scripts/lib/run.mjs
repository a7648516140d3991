import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program with this process's streams and gives its exit code, as a shell would: 128 plus
 * the number of the signal that ended it. SIGTERM and SIGHUP of this process are passed on; SIGINT too,
 * unless a terminal has already sent it to the whole group.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, forward)
    const cleanUp = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child.once('error', (error) => {
      cleanUp()
      reject(error)
    })
    child.once('close', (code, signal) => {
      cleanUp()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * Runs npm of the Node that runs this.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(args, options = {}) {
  // npm tells its scripts where it is; without it (node scripts/start.mjs) the one on the PATH.
  const path = process.env.npm_execpath
  if (path?.endsWith('npm-cli.js')) return run(process.execPath, [path, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}
