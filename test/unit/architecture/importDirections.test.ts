import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkImports } from '../../../scripts/lib/importDirections.mjs'

/** Imports that must not be there: who, what, and the rule that is to catch it. */
const forbidden: [from: string, to: string, rule: string][] = [
  ['src/core/a.ts', 'src/translations/zh.ts', 'core-imports'],
  ['src/core/b.ts', 'payload', 'core-is-pure'],
  ['src/core/c.ts', 'node:fs', 'core-is-pure-node'],
  ['src/access/a.ts', 'src/workflow/a.ts', 'access-imports'],
  ['src/hooks/a.ts', 'src/importer/read.ts', 'hooks-imports'],
  ['src/admin/a.ts', 'src/collections/a.ts', 'admin-imports'],
  ['src/importer/plan.ts', 'payload', 'importer-knows-no-payload'],
  ['src/importer/apply.ts', 'src/workflow/a.ts', 'importer-imports'],
  ['src/importer/store.ts', 'src/collections/a.ts', 'store-imports'],
  ['src/collections/b.ts', 'payload.config.ts', 'collections-imports'],
  ['src/newRoom/a.ts', 'src/core/d.ts', 'unknown-room'],
  ['src/options.ts', 'src/access/b.ts', 'options-know-core-only'],
  ['src/exports/a.ts', 'src/plugin.ts', 'one-composition-root'],
  ['src/delivery/a.ts', 'src/index.ts', 'index-is-the-door'],
  ['server/a.ts', 'src/core/d.ts', 'users-of-src'],
  ['scripts/scoring/a.ts', 'src/workflow/a.ts', 'learning-knows-core'],
  ['e2e/a.ts', 'src/core/d.ts', 'e2e-knows-only-http'],
  ['server/b.ts', 'test/boot.ts', 'tests-are-not-imported'],
  ['server/c.ts', 'server/c.ts', 'no-circles'],
  ['server/d.ts', './nowhere.ts', 'resolvable'],
]

/** Imports that the design asks for: none of them may be refused. */
const allowed: [from: string, to: string][] = [
  ['src/core/ok.ts', 'src/core/d.ts'],
  ['src/hooks/ok.ts', 'src/access/b.ts'],
  ['src/importer/ok.ts', 'src/translations/zh.ts'],
  ['src/workflow/ok.ts', 'src/database/a.ts'],
  ['scripts/learning/ok.ts', 'src/core/d.ts'],
  ['server/ok.ts', 'src/exports/b.ts'],
  ['test/ok.ts', 'src/core/d.ts'],
]

interface Violation {
  from: string
  to: string
  rule: { name: string }
}

describe('who may import whom', () => {
  const house = mkdtempSync(path.join(tmpdir(), 'broadsheet-imports-'))
  let code: number
  let violations: Violation[]

  beforeAll(async () => {
    const repository = path.resolve(import.meta.dirname, '../../..')
    symlinkSync(path.join(repository, 'node_modules'), path.join(house, 'node_modules'))
    copyFileSync(path.join(repository, 'tsconfig.json'), path.join(house, 'tsconfig.json'))
    const files = new Map<string, string[]>()
    for (const [from, to] of [...forbidden, ...allowed]) {
      files.set(from, [...(files.get(from) ?? []), specifier(from, to)])
      if (/^(src|server|test|payload\.config)/.test(to) && !files.has(to)) files.set(to, [])
    }
    for (const [file, imports] of files) {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
      writeFileSync(
        path.join(house, file),
        [...imports.map((name) => `import '${name}'`), 'export {}', ''].join('\n'),
      )
    }
    // The exit code of the form that `npm test` uses: the JSON one always ends with 0.
    code = (await checkImports(house)).code
    violations = JSON.parse((await checkImports(house, 'json')).output).summary.violations
  }, 60_000)

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it('fails when a forbidden import is planted', () => {
    expect(code).toBeGreaterThan(0)
  })

  it.each(forbidden)('refuses %s → %s', (from, _to, rule) => {
    expect(violations.filter((one) => one.from === from).map((one) => one.rule.name)).toContain(rule)
  })

  it.each(allowed)('lets %s → %s through', (from) => {
    expect(violations.filter((one) => one.from === from)).toEqual([])
  })
})

function specifier(from: string, to: string): string {
  if (!/^(src|server|test|payload\.config)/.test(to)) return to
  const relative = path.relative(path.dirname(from), to)
  return relative.startsWith('.') ? relative : `./${relative}`
}
