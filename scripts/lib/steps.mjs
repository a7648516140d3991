import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { checkImportMap } from './importMap.mjs'
import { checkImports } from './importDirections.mjs'
import { findMongo } from './mongo.mjs'
import { countPlaywright, countVitest } from './results.mjs'
import { run } from './run.mjs'

/**
 * @typedef {import('./results.mjs').Counted} Counted
 * @typedef {{ root: string, temporary: string, chromium: string | null }} Context
 * @typedef {(context: Context) => Promise<Counted>} Step
 */

const bin = (/** @type {string} */ path) => join('node_modules', path)

/** @type {Record<string, Step>} */
const steps = {
  format: check('format', () => node([bin('prettier/bin/prettier.cjs'), '--check', '.'])),
  lint: check('lint', () => node([bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'])),
  types: check('types', () => {
    // Of the last build: they name files that may have moved since, and the next build writes them anew.
    rmSync(join('.next', 'types'), { recursive: true, force: true })
    return node([bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])
  }),
  imports: check('imports', async () => {
    const { code, output } = await checkImports()
    console.log(output.trim())
    return code
  }),
  generated: check('generated', async () => {
    const map = await checkImportMap()
    const options = ['--conditions=production', '--import', 'tsx', 'scripts/optionsReference.ts', '--check']
    return map || node(options)
  }),
  unit: (context) => vitest('unit', context, { project: 'unit' }),
  'int-sqlite': (context) =>
    vitest('int-sqlite', context, { project: 'int-sqlite', BROADSHEET_TEST_DB: 'sqlite' }),
  'int-mongodb': mongodb,
  build: check('build', () => node(['scripts/build.mjs', '--if-stale'])),
  package: packed,
  e2e,
}

/**
 * The steps that the arguments ask for, or null (after saying why) when they make no sense.
 *
 * @param {string[]} args
 * @returns {string[] | null}
 */
export function chooseSteps(args) {
  const names = Object.keys(steps)
  if (args.length === 0) return names
  const given =
    args[0] === '--only' ? (args[1] ?? '') : args[0]?.startsWith('--only=') ? args[0].slice(7) : ''
  const wanted = given.split(',').flatMap((name) => (name === 'int' ? ['int-sqlite', 'int-mongodb'] : [name]))
  if (wanted.every((name) => name in steps)) return names.filter((name) => wanted.includes(name))
  console.error(`Unknown arguments. Use: npm test -- --only ${names.join(',')}`)
  return null
}

/**
 * Runs the steps one after another, whatever fails, and prints the sum as the last line.
 *
 * @param {string[]} names
 * @param {{ root: string, temporary: string }} where
 * @returns {Promise<number>} exit code
 */
export async function runSteps(names, where) {
  const browses = names.includes('e2e') || names.includes('package')
  const chromium = browses ? await findChromium() : null
  if (browses && !chromium) return 2

  const context = { ...where, chromium }
  /** @type {[string, Counted & { seconds: number }][]} */
  const results = []
  for (const name of names) {
    console.log(`\n=== ${name} ===`)
    const start = Date.now()
    const counted = await /** @type {Step} */ (steps[name])(context)
    results.push([name, { ...counted, seconds: Math.round((Date.now() - start) / 1000) }])
  }
  return summarise(results)
}

/** @param {[string, Counted & { seconds: number }][]} results */
function summarise(results) {
  console.log('\n=== summary ===')
  for (const [name, { passed, failed, skipped, seconds }] of results) {
    const left = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${passed} passed, ${failed} failed${left} (${seconds} s)`,
    )
  }
  const failures = results.flatMap(([, counted]) => counted.failures)
  const passed = results.reduce((sum, [, counted]) => sum + counted.passed, 0)
  console.log(failures.length > 0 ? `Failed: ${failures.join('; ')}` : 'Nothing failed.')
  console.log(`${passed} passed, ${failures.length} failed`)
  return failures.length > 0 ? 1 : 0
}

/**
 * A step that passes or fails as one.
 *
 * @param {string} name
 * @param {() => Promise<number>} attempt gives an exit code
 * @returns {Step}
 */
function check(name, attempt) {
  return async () => {
    const code = await attempt()
    return code === 0
      ? { passed: 1, failed: 0, skipped: 0, failures: [], passedNames: [] }
      : { passed: 0, failed: 1, skipped: 0, failures: [name], passedNames: [] }
  }
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function node(args, env = {}) {
  return run(process.execPath, args, { env: { ...process.env, ...env } })
}

/**
 * @param {string} step
 * @param {Context} context
 * @param {{ project: string } & Record<string, string>} options project, and environment
 */
async function vitest(step, { root, temporary }, { project, ...env }) {
  const report = join(temporary, `${step}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await node([bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters], env)
  return countVitest(report, { step, code, root })
}

/** @type {Step} */
async function mongodb(context) {
  const mongo = await findMongo(context.root)
  if ('missing' in mongo) {
    console.log(`The MongoDB half was skipped: ${mongo.missing}.`)
    const failures = mongo.offered ? [`int-mongodb did not run: ${mongo.missing}`] : []
    return { passed: 0, failed: failures.length, skipped: 0, failures, passedNames: [] }
  }
  const env = { BROADSHEET_TEST_DB: 'mongodb', MONGODB_URI: mongo.uri }
  const counted = await vitest('int-mongodb', context, { project: 'int-mongodb', ...env })
  // Believed only when the test that asks the adapter for its name is among those that passed.
  if (!counted.passedNames.includes('runs on mongodb')) {
    counted.failed++
    counted.failures.push('int-mongodb did not run on MongoDB')
  }
  return counted
}

/**
 * The package, and a blank app that installs it, builds and starts it; on MongoDB too where there is one.
 *
 * @type {Step}
 */
async function packed(context) {
  const mongo = await findMongo(context.root)
  const env = 'uri' in mongo ? { MONGODB_URI: mongo.uri } : {}
  return vitest('package', context, {
    ...{ project: 'package', BROADSHEET_CHROMIUM: context.chromium ?? '' },
    ...env,
  })
}

/** @type {Step} */
async function e2e({ temporary, chromium }) {
  const report = join(temporary, 'e2e.json')
  const code = await node([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    BROADSHEET_CHROMIUM: chromium ?? '',
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return countPlaywright(report, { step: 'e2e', code })
}
