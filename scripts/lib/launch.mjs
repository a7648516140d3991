import { join } from 'node:path'
import { failureText } from '../../server/startup/failures.mjs'
import { prepareProcess } from '../../server/startup/prepareProcess.mjs'
import { mongoProblem, portProblem } from '../../server/startup/reachable.mjs'
import { isBuilt } from './buildState.mjs'
import { ensureInstalled } from './install.mjs'
import { run } from './run.mjs'

const root = join(import.meta.dirname, '..', '..')

/**
 * Starts Broadsheet from whatever state the checkout is in: checks what can be checked in a moment,
 * installs and builds only what is missing, then runs the server until it ends.
 *
 * @param {{ dev: boolean }} options dev: hot reload, no build
 * @returns {Promise<number>} exit code
 */
export async function launch({ dev }) {
  process.chdir(root)

  const prepared = prepareProcess(root)
  if ('failure' in prepared) return refuse(prepared.failure)
  const { settings } = prepared

  // Before minutes of work, not after.
  const problem =
    (await portProblem(settings)) ??
    (settings.database === 'mongodb' ? await mongoProblem(settings.databaseUri ?? '') : null) ??
    (await ensureInstalled(root))
  if (problem) return refuse(problem)

  if (dev) return runServer({ dev })

  if (!isBuilt(root)) {
    console.log('构建，约需一分钟… · Building, about a minute…')
    const code = await run(process.execPath, ['scripts/build.mjs'])
    if (code > 128) return code // Stopped by whoever started it.
    if (code !== 0) return refuse({ code: 'buildFailed', params: { code } })
  }
  return runServer({ dev })
}

/** @param {{ dev: boolean }} options */
function runServer({ dev }) {
  // The condition keeps an import of the editor package from draining the event loop (Node 20).
  const mode = dev ? 'development' : 'production'
  const program = dev
    ? ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/index.ts']
    : ['dist/server.mjs']
  const inherited = process.env.NODE_OPTIONS ?? ''
  return run(process.execPath, program, {
    env: { ...process.env, NODE_ENV: mode, NODE_OPTIONS: `${inherited} --conditions=${mode}`.trim() },
  })
}

/** @param {import('../../server/startup/failures.mjs').StartupFailure} failure */
function refuse(failure) {
  console.error(failureText(failure))
  return 1
}
