import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'

import { actorOf } from '../access/staff.ts'
import { optionsOf } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'

/** Which rows of a list are asked for. What is no number is still as the client wrote it. */
export interface AskedRange {
  page?: unknown
  limit?: unknown
  pagination?: unknown
}

/** Rows that a query can skip: more is more than any database counts, and SQLite fails on it. */
const farthest = 1_000_000_000

/** Refuses pages and limits that one of our databases fails on, or takes for “everything”. */
export function guardRange(req: PayloadRequest, { page, limit }: AskedRange): void {
  for (const [name, value] of Object.entries({ page, limit })) {
    if (typeof value === 'number' && value > farthest)
      throw new Refusal(req, { code: 'queryRange', params: { name } })
  }
  // Payload takes an empty one for none.
  const isNone = (value: unknown) => value === undefined || value === null || value === ''
  if (!isNone(page) && !(Number.isInteger(page) && Number(page) >= 0))
    throw new Refusal(req, { code: 'queryWhole', params: { name: 'page' } })
  if (!isNone(limit) && !Number.isInteger(limit))
    throw new Refusal(req, { code: 'queryWhole', params: { name: 'limit' } })
}

/** Of a join over GraphQL that is asked for whole: no more rows than this are read, and it is refused when there are more. */
const mostOfWhole = Symbol('mostOfWhole')

type Bounded = AskedRange & { currentDepth?: unknown; [mostOfWhole]?: number }

/**
 * Keeps an anonymous client from a whole collection at once: Payload (3.90.2) reads `limit=0`, a negative one, an empty one and
 * `pagination=false` without one as “all”. Over GraphQL it reads every join so that has no limit. An app's own code may still ask so,
 * and Payload does when it fills in related documents.
 * @param args of the operation, or of a join in it
 * @returns what is to be asked otherwise than in `args`
 */
export function guardDump(
  req: PayloadRequest,
  { limit, pagination, currentDepth }: Bounded,
): Partial<Bounded> {
  if (actorOf(req) !== null || req.payloadAPI === 'local' || currentDepth !== undefined) return {}
  const most = optionsOf(req.payload).delivery.mostRows
  const isJoin = req.payloadAPI === 'GraphQL' && typeof pagination === 'boolean'
  if (isJoin && limit === 0) return { limit: most + 1, [mostOfWhole]: most }
  const isGiven = limit !== undefined && limit !== null
  // Over GraphQL a join reads one more than was asked for, to know whether there is a next page.
  const fits = isGiven
    ? Number(limit) >= 1 && Number(limit) <= (isJoin ? most + 1 : most)
    : pagination !== false
  if (!fits) throw tooMany(req, most)
  return {}
}

/** Refuses what `guardDump` let through as a whole when there turns out to be too much of it: nothing is left out unsaid. */
export const refuseTooMany: CollectionAfterOperationHook = ({ args, req, result }) => {
  const most = (args as Bounded)[mostOfWhole]
  const { docs = [] } = result as { docs?: unknown[] }
  if (most !== undefined && docs.length > most) throw tooMany(req, most)
  return result
}

function tooMany(req: PayloadRequest, most: number): Refusal {
  return new Refusal(req, { code: 'queryLimit', params: { most } })
}
