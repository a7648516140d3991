import fc from 'fast-check'
import { parse } from 'qs-esm'
import { describe, expect, it } from 'vitest'

import { canonicalSearch } from '../../../src/delivery/canonicalSearch.ts'

const known = new Set(['depth', 'limit', 'where', 'sort', 'select', 'locale'])
const canonical = (search: string) => canonicalSearch(search, known)
const read = (search: string) => parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 })

describe('the canonical query string', () => {
  it.each([
    ['limit=2&depth=1', 'depth=1&limit=2'],
    ['depth=1&utm_source=x&limit=2&_=99', 'depth=1&limit=2'],
    ['where%5Bdate%5D%5Bequals%5D=2021-10-09', 'where[date][equals]=2021-10-09'],
    ['where[name][equals]=%e6%97%a5', 'where[name][equals]=%E6%97%A5'],
    ['where[name][like]=a+b', 'where[name][like]=a%20b'],
    ['&&depth=1&', 'depth=1'],
    ['unknown[depth]=1', ''],
  ])('of %s is %s', (given, expected) => {
    expect(canonical(given)).toBe(expected)
  })

  it('keeps the order within a parameter: the first of two wrong fields is the one that is named', () => {
    expect(canonical('where[b]=1&where[a]=2')).toBe('where[b]=1&where[a]=2')
    expect(canonical('sort[]=b&depth=1&sort[]=a')).toBe('depth=1&sort[]=b&sort[]=a')
  })

  it.each([
    ['where[name][equals]=%E6%9'],
    ['[where][name][equals]=x'],
    ['=1'],
    ['[]=1'],
    [`where[name][equals]=${'x'.repeat(5000)}`],
    ['a&'.repeat(201)],
    // `qs` sees no parameter of that name, and `URLSearchParams` does.
    ['limit=2&sort=x]=y'],
    ['depth]=1&depth=x]=y'],
  ])('is refused where it may mean something else: %s', (search) => {
    expect(canonical(search)).toBeNull()
  })

  it('means to Payload what the given one means, whatever clients send', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[',
        ']',
        '=',
        '&',
        '%5B',
        '%5D',
        '%26',
        '%3D',
        '[]',
        '+',
        '%20',
        ',',
        '.',
        ';',
        '%',
        '[0]',
      ),
      fc.constantFrom(...known, '__proto__', 'constructor', 'x', '1', '0', '日'),
    )
    const search = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
    let kept = 0
    fc.assert(
      fc.property(search, (given) => {
        const result = canonical(given)
        if (result === null) return
        kept += 1
        const meant = Object.fromEntries(Object.entries(read(given)).filter(([name]) => known.has(name)))
        expect(read(result)).toEqual(meant)
        expect(new URLSearchParams(result).get('locale')).toBe(new URLSearchParams(given).get('locale'))
        expect(canonical(result)).toBe(result)
      }),
      { numRuns: 5000 },
    )
    expect(kept).toBeGreaterThan(1000)
  })
})
