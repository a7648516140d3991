import type { PayloadRequest, Where } from 'payload'

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

/** Rows of a page, where a client does not say. */
const usualLimit = 10
/** All lists of one request have no more rows than so many of the longest: aliases and lists within lists multiply. */
const longestLists = 20
/** Rows that a request asked for so far. What copies a request for one of its lists keeps its headers. */
const askedRows = new WeakMap<Headers, number>()

/**
 * Keeps an anonymous client from a whole collection at once: Payload (3.90.2) reads `limit=0`, a negative one, an empty one and
 * `pagination=false` without one as “all”. Whoever asks so gets all, unless that is more than readers are given: then nothing is
 * left out unsaid, it is refused. An app's own code may ask as it likes, also while it answers a request over REST, and Payload does
 * when it fills in related documents.
 * @param asked the operation: what `range` is of
 * @returns how many rows it may give
 */
export async function guardDump(
  { req, ...asked }: { req: PayloadRequest; collection: string; where: Where | undefined },
  range: AskedRange & Caller & { id?: unknown; currentDepth?: unknown },
): Promise<number> {
  if (!isReader(req, range) || range.currentDepth !== undefined) return 0
  if (range.id !== undefined) return spend(req, 1)
  const { limit, page, pagination } = range
  const most = mostRows(req)
  // Over GraphQL a join reads one more than was asked for, to know whether there is a next page.
  const spare = req.payloadAPI === 'GraphQL' && typeof pagination === 'boolean' ? 1 : 0
  const isGiven = limit !== undefined && limit !== null
  const rows = isGiven ? rowsOf(limit) : pagination === false ? null : usualLimit
  if (rows !== null && rows <= most + spare) return spend(req, rows)
  const { totalDocs } = await req.payload.count({ ...asked, overrideAccess: false, req } as never)
  const skipped = rows === null ? 0 : rows * (Math.max(1, Number(page) || 1) - 1)
  const given = Math.min(rows ?? totalDocs, totalDocs - skipped)
  if (given > most) throw new Refusal(req, { code: 'queryLimit', params: { most } })
  return spend(req, Math.max(0, given))
}

/** Counts rows that a request asks for, however many there are of them. Throws when they are too many. */
export function spend(req: PayloadRequest, rows: number): number {
  const most = longestLists * mostRows(req)
  const asked = (askedRows.get(req.headers) ?? 0) + rows
  askedRows.set(req.headers, asked)
  if (asked > most) throw new Refusal(req, { code: 'queryRows', params: { most } })
  return rows
}

/** The limit of a join over REST for an anonymous client: no more rows than readers are given, and `hasNextPage` tells of more. */
export function limitOfJoin(
  req: PayloadRequest,
  { limit, ...caller }: AskedRange & Caller,
): { limit?: number } {
  if (!isReader(req, caller) || limit === undefined || limit === null) return {}
  const most = mostRows(req)
  return { limit: Math.min(rowsOf(limit) ?? most, most) }
}

/**
 * Rows that count of each join over REST: none where no more are asked for than whoever does not say is given, so that nobody is refused
 * for asking for less.
 */
export function beyondUsual(limit: number | undefined, usual: number = usualLimit): number {
  return limit !== undefined && limit > usual ? limit : 0
}

/** Who asks: whoever calls the Local API says `overrideAccess`, also in a request over REST; Payload's own endpoints do not. */
interface Caller {
  overrideAccess?: unknown
}

function isReader(req: PayloadRequest, { overrideAccess }: Caller): boolean {
  const isOwnCode = req.payloadAPI === 'local' || (req.payloadAPI === 'REST' && overrideAccess !== undefined)
  return actorOf(req) === null && !isOwnCode
}

function mostRows(req: PayloadRequest): number {
  return optionsOf(req.payload).delivery.mostRows
}

/** How many rows a limit gives; null for all. */
function rowsOf(limit: unknown): number | null {
  return Number(limit) >= 1 ? Number(limit) : null
}
