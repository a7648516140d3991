import type { PayloadRequest, Where } from 'payload'

/** Everything the workflow reads of one article's trail is small; nothing here pages. */
export interface Rows {
  all(collection: string, where: Where, sort?: string): Promise<Record<string, unknown>[]>
  one(collection: string, where: Where): Promise<Record<string, unknown> | null>
  insert(collection: string, data: object): Promise<void>
  /** Changes one row if the condition still holds; false when it does not. */
  swap(collection: string, where: Where, data: object): Promise<boolean>
}

/** Rows as the adapter keeps them, in the request's transaction, past every hook and access function. */
export function rowsOf(req: PayloadRequest): Rows {
  const { db } = req.payload
  return {
    all: async (collection, where, sort) =>
      (
        await db.find<never>({
          collection,
          where,
          limit: 0,
          pagination: false,
          req,
          ...(sort ? { sort } : {}),
        })
      ).docs,
    one: async (collection, where) => db.findOne<never>({ collection, where, req }),
    insert: async (collection, data) => {
      await db.create({ collection, data: { ...data }, req })
    },
    swap: async (collection, where, data) =>
      Boolean(await db.updateOne({ collection, where, data: { ...data }, options: { atomic: true }, req })),
  }
}
