import type { Payload, PayloadRequest, Where } from 'payload'

/** A row as the adapter gives it. */
export type PublishedRow = Record<string, unknown> & { id: string }

export interface RowQuery {
  collection: string
  where: Where
  /** Fields that are read, and no others. */
  fields: readonly string[]
  sort?: string | string[]
  /** All when absent. */
  limit?: number
}

/** What the public condition of a collection of the newspaper is, by where its `public` or `_status` stands. */
export const publicRow: Where = { public: { equals: true } }
export const publicArticle: Where = { _status: { equals: 'published' } }

/**
 * Rows for answers that are put together field by field: straight from the adapter, without hooks, access functions or joins. Whoever
 * asks states the public condition in `where` and names the fields.
 */
export async function publishedRows(
  req: PayloadRequest,
  { collection, where, fields, sort, limit }: RowQuery,
): Promise<PublishedRow[]> {
  const { db } = req.payload as Payload
  const { docs } = await db.find<PublishedRow>({
    ...{ collection, where, req, joins: false as never, pagination: false, limit: limit ?? 0 },
    select: Object.fromEntries(fields.map((field) => [field, true])) as never,
    ...(sort ? { sort } : {}),
  })
  return docs
}
