import { and, eq, inArray } from '@payloadcms/db-sqlite/drizzle'
import type { PayloadRequest } from 'payload'

interface DrizzleTable {
  id: never
  parent: never
  latest: never
}

interface DrizzleAdapter {
  versionsSuffix: string
  tableNameMap: Map<string, string>
  tables: Record<string, DrizzleTable>
  sessions: Record<
    string,
    { db: { update(table: DrizzleTable): { set(row: object): { where(where: unknown): Promise<unknown> } } } }
  >
}

interface MongooseAdapter {
  sessions: Record<string, object>
  versions: Record<string, { updateMany(where: object, change: object, options: object): Promise<unknown> }>
}

/**
 * Of these documents' versions none is the latest any more: those that are about to be written are. Payload does this with a
 * statement for each version; here it is one. The request must be in a transaction.
 */
export async function supersedeVersions(
  req: PayloadRequest,
  { collection, parents }: { collection: string; parents: readonly string[] },
): Promise<void> {
  if (parents.length === 0) return
  const { db } = req.payload
  const transaction = String(await req.transactionID)
  if (!('tables' in db)) {
    const adapter = db as unknown as MongooseAdapter
    const session = adapter.sessions[transaction]
    if (!session) throw new Error('Superseding versions needs the transaction of its request.')
    const where = { parent: { $in: [...parents] }, latest: true }
    await adapter.versions[collection]!.updateMany(
      where,
      { $unset: { latest: 1 } },
      { session, timestamps: false },
    )
    return
  }
  const adapter = db as unknown as DrizzleAdapter
  const session = adapter.sessions[transaction]
  const name = adapter.tableNameMap.get(`_${collection.replaceAll('-', '_')}${adapter.versionsSuffix}`)
  const table = name === undefined ? undefined : adapter.tables[name]
  if (!session || !table) throw new Error('Superseding versions needs the transaction of its request.')
  await session.db
    .update(table)
    .set({ latest: false })
    .where(and(inArray(table.parent, [...parents]), eq(table.latest, true as never)))
}
