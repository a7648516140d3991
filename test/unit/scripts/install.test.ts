import { describe, expect, it } from 'vitest'
import { matchesLockfile } from '../../../scripts/lib/install.mjs'

const wanted = {
  packages: {
    '': { version: '0.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  },
}
const installed = (packages: Record<string, object>) => ({ packages })

describe('whether the installed packages are those of the lockfile', () => {
  it('is so without the binaries of other platforms', () => {
    expect(
      matchesLockfile(wanted, installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })),
    ).toBe(true)
  })
  it('is not so when one is missing', () => {
    expect(matchesLockfile(wanted, installed({}))).toBe(false)
  })
  it.each([
    ['of another version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['of another content', { version: '1.0.0', integrity: 'sha512-b' }],
  ])('is not so when one is %s', (_, a) => {
    expect(matchesLockfile(wanted, installed({ 'node_modules/a': a }))).toBe(false)
  })
  it('is not so when there is one too many', () => {
    const both = {
      'node_modules/a': wanted.packages['node_modules/a'],
      'node_modules/b': { version: '1.0.0' },
    }
    expect(matchesLockfile(wanted, installed(both))).toBe(false)
  })
})
