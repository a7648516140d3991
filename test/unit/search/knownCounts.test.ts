import fc from 'fast-check'
import { expect, it } from 'vitest'

import { knownCounts } from '../../../src/core/search/index.ts'

const matches = fc
  .array(
    fc.record({ publication: fc.constantFrom('a', 'b', 'c'), year: fc.integer({ min: 2000, max: 2005 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((rows) => rows.sort((one, other) => other.year - one.year))

it('tells of the newest matches only what counting all of them would tell', () => {
  fc.assert(
    fc.property(
      matches,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 8 }),
      (all, read, cap) => {
        const known = knownCounts(all.slice(0, read), cap)
        const counted = (is: (row: (typeof all)[number]) => boolean) => {
          const count = all.filter(is).length
          return { count: Math.min(count, cap), more: count > cap }
        }
        for (const id of ['a', 'b', 'c', 'd']) {
          const told = known.publication(id)
          if (told) expect(told).toEqual({ value: id, ...counted(({ publication }) => publication === id) })
        }
        for (let year = 1999; year <= 2006; year += 1) {
          const told = known.year(year)
          if (told) expect(told).toEqual({ value: String(year), ...counted((row) => row.year === year) })
        }
      },
    ),
  )
})

it('knows each year that is newer than the last match that was read, and none that may go on', () => {
  const rows = [2005, 2005, 2003, 2002].map((year) => ({ publication: 'a', year }))
  const known = knownCounts(rows, 10)
  expect([2006, 2005, 2004, 2003].map((year) => known.year(year)?.count)).toEqual([0, 2, 0, 1])
  expect(known.year(2002)).toBeNull()
  expect(known.year(2001)).toBeNull()
  expect(knownCounts(rows, 3).publication('a')).toEqual({ value: 'a', count: 3, more: true })
  expect(known.publication('a')).toBeNull()
})
