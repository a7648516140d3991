import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[], passedNames: string[] }} Counted */

/**
 * Counts a vitest run by its JSON report. A file that could not be loaded counts as one failure, and so does a
 * run that ended badly without a failed test, or that ran nothing at all.
 *
 * @param {string} file
 * @param {{ step: string, code: number, root: string }} run
 * @returns {Counted}
 */
export function countVitest(file, { step, code, root }) {
  /** @type {Counted} */
  const counted = { passed: 0, failed: 0, skipped: 0, failures: [], passedNames: [] }
  const report = readReport(file)
  for (const { name, status, assertionResults } of report?.testResults ?? []) {
    const path = relative(root, name)
    for (const test of assertionResults) {
      if (test.status === 'passed') {
        counted.passed++
        counted.passedNames.push(test.fullName)
      } else if (test.status === 'failed') addFailure(counted, `${step}: ${path}: ${test.fullName}`)
      else counted.skipped++
    }
    const own = assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
    if (status === 'failed' && !own) addFailure(counted, `${step}: ${path} could not be run`)
  }
  return withVerdict(counted, { step, code })
}

/**
 * Counts a Playwright run by its JSON report, in the same way.
 *
 * @param {string} file
 * @param {{ step: string, code: number }} run
 * @returns {Counted}
 */
export function countPlaywright(file, { step, code }) {
  /** @type {Counted} */
  const counted = { passed: 0, failed: 0, skipped: 0, failures: [], passedNames: [] }
  const report = readReport(file)
  /** @param {any} suite */
  const walk = (suite) => {
    for (const inner of suite.suites ?? []) walk(inner)
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') counted.passed++
        else if (test.status === 'skipped') counted.skipped++
        else addFailure(counted, `${step}: ${spec.file}: ${spec.title}`)
      }
    }
  }
  for (const suite of report?.suites ?? []) walk(suite)
  for (const error of report?.errors ?? []) addFailure(counted, `${step}: ${firstLine(error.message)}`)
  return withVerdict(counted, { step, code })
}

/**
 * @param {Counted} counted
 * @param {{ step: string, code: number }} run
 */
function withVerdict(counted, { step, code }) {
  if (code !== 0 && counted.failed === 0) addFailure(counted, `${step}: ended with code ${code}`)
  if (counted.passed + counted.failed === 0) addFailure(counted, `${step}: ran no test`)
  return counted
}

/**
 * @param {Counted} counted
 * @param {string} what
 */
function addFailure(counted, what) {
  counted.failed++
  counted.failures.push(what)
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? 'failed').split('\n')[0]
}
