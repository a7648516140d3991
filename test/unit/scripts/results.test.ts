import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from '../../../scripts/lib/results.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-results-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (content: unknown) => {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const test = (status: string, fullName: string) => ({ status, fullName })
const vitest = (testResults: unknown[], code: number) =>
  countVitest(report({ testResults }), { step: 'unit', code, root: '/house' })

describe('what npm test counts', () => {
  it('is each test by its own result', () => {
    const counted = vitest(
      [
        {
          name: '/house/test/a.test.ts',
          status: 'failed',
          assertionResults: [test('passed', 'a'), test('failed', 'b'), test('skipped', 'c')],
        },
      ],
      1,
    )
    expect(counted).toMatchObject({ passed: 1, failed: 1, skipped: 1, passedNames: ['a'] })
    expect(counted.failures).toEqual(['unit: test/a.test.ts: b'])
  })

  it('is a failure when a file could not be loaded', () => {
    const counted = vitest([{ name: '/house/test/a.test.ts', status: 'failed', assertionResults: [] }], 1)
    expect(counted).toMatchObject({ passed: 0, failed: 1 })
  })

  it('is a failure when all tests passed but the run did not', () => {
    const passed = [{ name: '/house/a', status: 'passed', assertionResults: [test('passed', 'a')] }]
    expect(vitest(passed, 0)).toMatchObject({ passed: 1, failed: 0 })
    expect(vitest(passed, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('is a failure when nothing ran, or no report was written', () => {
    expect(vitest([], 0)).toMatchObject({ failed: 1 })
    expect(countVitest(path.join(folder, 'nothing.json'), { step: 'unit', code: 0, root: '/' }).failed).toBe(
      1,
    )
    expect(countPlaywright(path.join(folder, 'nothing.json'), { step: 'e2e', code: 0 }).failed).toBe(1)
  })

  it('finds the journeys in suites of suites, and a flaky one is no pass', () => {
    const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', tests: [{ status }] })
    const suites = [
      { suites: [{ specs: [spec('a', 'expected'), spec('b', 'unexpected'), spec('c', 'flaky')] }] },
    ]
    expect(countPlaywright(report({ suites, errors: [] }), { step: 'e2e', code: 1 })).toMatchObject({
      passed: 1,
      failed: 2,
    })
  })
})
