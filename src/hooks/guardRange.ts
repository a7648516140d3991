import type { PayloadRequest } from 'payload'

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

/**
 * Refuses an anonymous client a whole collection at once: Payload (3.90.2) reads `limit=0`, a negative one, an empty one and
 * `pagination=false` without one as “all”. An app's own code may still ask so, and Payload does when it fills in related documents.
 * @param args of the operation, or of a join in it
 */
export function guardDump(
  req: PayloadRequest,
  { limit, pagination, currentDepth }: AskedRange & { currentDepth?: unknown },
): void {
  if (actorOf(req) !== null || req.payloadAPI === 'local' || currentDepth !== undefined) return
  const most = optionsOf(req.payload).delivery.mostRows
  const isGiven = limit !== undefined && limit !== null
  const fits = isGiven ? Number(limit) >= 1 && Number(limit) <= most : pagination !== false
  if (!fits) throw new Refusal(req, { code: 'queryLimit', params: { most } })
}
