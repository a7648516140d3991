import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { pack } from './app.ts'

let packed: Awaited<ReturnType<typeof pack>>
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pack-'))
const manifest = () => JSON.parse(readFileSync('dist/package/package.json', 'utf8'))

beforeAll(async () => {
  packed = await pack(folder)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', { timeout: 120_000 }, () => {
  it('has code, types, source maps, styles and the papers, and nothing else', () => {
    const papers = ['package.json', 'README.md', 'options.md', 'recipes.md', 'CHANGELOG.md', 'LICENSE']
    const recipes = ['recipes/ownNames.ts', 'recipes/readIssue.ts']
    const odd = packed.files.filter(
      (file) =>
        ![...papers, ...recipes].includes(file) && !/^[A-Za-z0-9/.]+\.(js|js\.map|d\.ts|css)$/.test(file),
    )
    expect(odd).toEqual([])
    for (const paper of papers) expect(packed.files).toContain(paper)
    const rooms = new Set(packed.files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))
    for (const room of ['app', 'server', 'scripts', 'test', 'migrations', 'samples'])
      expect([...rooms]).not.toContain(room)
    // Every style that a component imports came along.
    const styles = packed.files.filter((file) => file.endsWith('.css'))
    expect(styles.length).toBeGreaterThan(3)
  })

  it('has the entries that its guide names', () => {
    const { exports } = manifest()
    for (const entry of [
      '.',
      './client',
      './rsc',
      './types',
      './importer',
      './audit',
      './workflow',
      './sqlite',
      './mongodb',
      './server',
      './search',
      './feeds',
      './commands',
    ])
      expect(Object.keys(exports)).toContain(entry)
  })

  it('asks the app for what two copies of would not work, and brings nothing of the repository’s app', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = manifest()
    for (const peer of ['payload', 'next', 'react', '@payloadcms/ui'])
      expect(peerDependencies).toHaveProperty([peer])
    expect(peerDependenciesMeta['@payloadcms/db-sqlite']).toEqual({ optional: true })
    for (const name of Object.keys(dependencies)) expect(name).not.toMatch(/payload|react|next|sharp|helmet/)
    expect(manifest()).not.toHaveProperty('private')
    expect(manifest()).not.toHaveProperty('scripts')
  })

  it('pleases publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: 'dist/package', level: 'suggestion', strict: true })
    expect(messages.map((message) => formatMessage(message, pkg!))).toEqual([])
  })

  it('has types that every way of resolving them finds; of ES modules alone, as Payload', async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)))
    if (!result.types) throw new Error('No types were found.')
    // What is said of an ES module package when CommonJS, or a resolution from before `exports`, asks for it.
    const expected = result.problems.filter(
      (problem) =>
        (problem.kind === 'CJSResolvesToESM' && problem.resolutionKind === 'node16-cjs') ||
        (problem.kind === 'NoResolution' && problem.resolutionKind === 'node10'),
    )
    expect(result.problems.filter((problem) => !expected.includes(problem))).toEqual([])
  })
})
