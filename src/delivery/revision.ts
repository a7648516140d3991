import type { Payload } from 'payload'

import { isUniqueConflict } from '../database/isUniqueConflict.ts'
import { newId } from '../database/newId.ts'
import type { Slugs } from '../options.ts'

/** Id of the one row, alike in every house. */
const row = 'publicstates'

type Database = Payload['db']
type Request = Parameters<Database['create']>[0]['req']

/**
 * The number that rises with every change of what readers see; 0 before the first one. Marks count one each until they are counted.
 * One small query.
 */
export async function readRevision({ db }: Payload, slugs: Slugs): Promise<number> {
  const { docs } = await db.find<{ id: string; revision: number }>({
    ...{ collection: slugs.publicState, where: {}, limit: 0, pagination: false },
  })
  return docs.reduce((sum, { id, revision }) => sum + (id === row ? revision : 1), 0)
}

/**
 * Raises it by a row of its own, which is there if and only if the request's transaction is committed. Unlike the one number, for
 * which people who save at the same moment would conflict on MongoDB. @returns its id, for `countMark`
 */
export async function leaveMark(
  db: Database,
  { slugs, req }: { slugs: Slugs; req: NonNullable<Request> },
): Promise<string> {
  const id = newId()
  await db.create({ collection: slugs.publicState, data: { id, revision: 0 }, req })
  return id
}

/** Counts a mark that is committed, and takes it away; nothing is lost where this never happens. @returns the new number */
export async function countMark(
  db: Database,
  { slugs, mark }: { slugs: Slugs; mark: string },
): Promise<number> {
  const revision = await addToRevision(db, { slugs })
  // Counted twice in between, which makes somebody look once more; the other way round the change could go unseen.
  await db.deleteOne({ collection: slugs.publicState, where: { id: { equals: mark } } })
  return revision
}

/** Raises it by one, in the request's transaction if there is a request, else by itself. @returns the new number */
export async function addToRevision(
  db: Database,
  { slugs, req }: { slugs: Slugs; req?: Request },
): Promise<number> {
  const collection = slugs.publicState
  const within = req ? { req } : {}
  const raised = await db.updateOne({
    ...{ collection, where: { id: { equals: row } }, ...within },
    data: { revision: { $inc: 1 } },
    options: { atomic: true },
  })
  if (raised) return Number((raised as unknown as { revision: number }).revision)
  try {
    await db.create({ collection, data: { id: row, revision: 1 }, ...within })
    return 1
  } catch (error) {
    // Somebody else has just made the row, once in the life of a house.
    if (!isUniqueConflict(error)) throw error
    if (!req) return addToRevision(db, { slugs })
    // `inTransaction` begins again.
    throw Object.assign(new Error('Write conflict', { cause: error }), { code: 112 })
  }
}
