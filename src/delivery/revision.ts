import type { Payload } from 'payload'

import { isUniqueConflict } from '../database/isUniqueConflict.ts'
import type { Slugs } from '../options.ts'

/** Id of the one row, alike in every house. */
const row = 'publicstates'

type Database = Payload['db']
type Request = Parameters<Database['create']>[0]['req']

/** The number that rises with every change of what readers see; 0 before the first one. One small query. */
export async function readRevision({ db }: Payload, slugs: Slugs): Promise<number> {
  const where = { id: { equals: row } }
  const found = await db.findOne<{ id: string; revision: number }>({ collection: slugs.publicState, where })
  return found?.revision ?? 0
}

/** Raises it by one, in the request's transaction. @returns the new number */
export async function addToRevision(db: Database, { slugs, req }: { slugs: Slugs; req: Request }) {
  const collection = slugs.publicState
  const raised = await db.updateOne({
    ...{ collection, where: { id: { equals: row } }, req },
    data: { revision: { $inc: 1 } },
    options: { atomic: true },
  })
  if (raised) return Number((raised as unknown as { revision: number }).revision)
  await db.create({ collection, data: { id: row, revision: 1 }, req }).catch((error: unknown) => {
    // Somebody else has just made the row, once in the life of a house: `inTransaction` begins again.
    throw isUniqueConflict(error)
      ? Object.assign(new Error('Write conflict', { cause: error }), { code: 112 })
      : error
  })
  return 1
}
