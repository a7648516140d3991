import type { CollectionBeforeOperationHook, Where } from 'payload'

import { isDay, storedDay } from '../core/days.ts'

/** By these a day is compared as such: in the others a moment may be its beginning. */
const equality: ReadonlySet<string> = new Set(['equals', 'not_equals', 'in', 'not_in'])

/**
 * Lets clients ask by day: `where[date][equals]=2021-10-09` means the whole day, as it is stored. GraphQL knows moments alone: there
 * the beginning of a day stands for it.
 * @param paths date fields as they may be named in a query of this collection, such as `issue.date`
 */
export function queryByDay(paths: readonly string[]): CollectionBeforeOperationHook {
  const known = new Set(paths)
  return ({ args }) => {
    const where = (args as { where?: Where }).where
    return where ? { ...args, where: rewrite(where, known) } : args
  }
}

function rewrite(where: Where, known: ReadonlySet<string>): Where {
  return Object.fromEntries(
    Object.entries(where).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map((entry) => rewrite(entry, known))]
      if (!known.has(key) || typeof value !== 'object' || value === null) return [key, value]
      return [
        key,
        Object.fromEntries(
          Object.entries(value).map(([operator, day]) => [operator, stored(day, equality.has(operator))]),
        ),
      ]
    }),
  )
}

function stored(value: unknown, asDay: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => stored(one, asDay))
  if (isDay(value)) return storedDay(value)
  const begun = asDay ? dayBegunAt(value) : null
  return begun === null ? value : storedDay(begun)
}

/** The day that begins at a moment in UTC; null of every other moment. */
function dayBegunAt(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString() : value
  if (typeof text !== 'string') return null
  const [, day] = /^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)$/.exec(text) ?? []
  return isDay(day) ? day : null
}
