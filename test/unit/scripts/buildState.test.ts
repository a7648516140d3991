import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetBuild, hashInputs, isBuilt, recordBuild } from '../../../scripts/lib/buildState.mjs'

let root: string
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-build-'))
  write('src/core/a.ts', 'one')
  write('.next/BUILD_ID', 'x')
  write('dist/server.mjs', 'x')
  recordBuild(root, hashInputs(root))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('whether a build is still good', () => {
  it('is so after a build, whatever the times of the files', () => {
    utimesSync(path.join(root, 'src/core/a.ts'), 1, 1)
    expect(isBuilt(root)).toBe(true)
  })
  it('is so when something changed that no build is made from', () => {
    write('test/unit/a.test.ts', 'x')
    write('docs/a.md', 'x')
    expect(isBuilt(root)).toBe(true)
  })
  it.each([
    'src/core/a.ts',
    'src/core/new.ts',
    'app/page.tsx',
    'server/index.ts',
    'package-lock.json',
    'next.config.mjs',
  ])('is not so after a change of %s', (file) => {
    write(file, 'two')
    expect(isBuilt(root)).toBe(false)
  })
  it('is not so after a file was moved', () => {
    rmSync(path.join(root, 'src/core/a.ts'))
    write('src/core/b.ts', 'one')
    expect(isBuilt(root)).toBe(false)
  })
  it.each(['.next/BUILD_ID', 'dist/server.mjs'])('is not so without %s', (file) => {
    rmSync(path.join(root, file))
    expect(isBuilt(root)).toBe(false)
  })
  it('is not so while another one is under way', () => {
    forgetBuild(root)
    expect(isBuilt(root)).toBe(false)
  })
})
