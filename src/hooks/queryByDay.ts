import type { CollectionBeforeOperationHook, Where } from 'payload'

import { isDay, storedDay } from '../core/days.ts'

/**
 * Lets clients ask by day: `where[date][equals]=2021-10-09` means the whole day, as it is stored.
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
        Object.fromEntries(Object.entries(value).map(([operator, day]) => [operator, stored(day)])),
      ]
    }),
  )
}

function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored)
  return isDay(value) ? storedDay(value) : value
}
