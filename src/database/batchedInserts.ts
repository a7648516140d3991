import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'

/** Rows of one INSERT: SQLite takes 32,766 values in a statement, and the widest table has some forty columns. */
const rowsAtOnce = 400

export interface BatchedInserts {
  /** The adapter, with `create` and `createVersion` put off; for new documents only, and nothing is returned. */
  db: Payload['db']
  /** Writes what was put off: one statement for each table, in the order in which tables were first named. */
  flush(): Promise<void>
}

interface DrizzleTable {
  id?: { dataType?: string }
}

interface DrizzleAdapter {
  idType: string
  sessions: Record<
    string,
    { db: { insert(table: DrizzleTable): { values(rows: object[]): Promise<unknown> } } }
  >
  tables: Record<string, DrizzleTable>
  insert(args: { tableName: string; values: object }): Promise<object[]>
}

interface MongooseModel {
  insertMany(documents: object[], options: object): Promise<unknown>
}

interface MongooseAdapter {
  sessions: Record<string, object>
  collections: Record<string, MongooseModel>
  versions: Record<string, MongooseModel>
}

/**
 * Payload writes a document with a statement for each of its tables; a page of a newspaper has hundreds. Here the
 * adapter makes the very same rows, and they are written together. The request must be in a transaction.
 * Where the database numbers rows itself nothing is put off: rows that name one another must be written one by one.
 */
export function batchedInserts(req: PayloadRequest): BatchedInserts {
  const { db } = req.payload
  if (!('tables' in db)) return batchedDocuments(req, db as unknown as MongooseAdapter)
  const adapter = db as unknown as DrizzleAdapter
  return adapter.idType === 'uuid' ? batchedRows(req, adapter) : { db, flush: async () => undefined }
}

/** What was put off cannot be read back. */
function returningNothing(view: object): Payload['db'] {
  const db = view as Payload['db']
  const { create, createVersion } = db
  return Object.assign(db, {
    create: (args: object) => create.call(db, { ...args, returning: false } as never),
    createVersion: (args: object) => createVersion.call(db, { ...args, returning: false } as never),
  })
}

function batchedRows(req: PayloadRequest, adapter: DrizzleAdapter): BatchedInserts {
  const waiting = new Map<string, object[]>()
  const view = Object.create(adapter) as DrizzleAdapter & { execute(): Promise<void> }
  view.insert = async ({ tableName, values }) => {
    const textId = adapter.tables[tableName]?.id?.dataType === 'string'
    const rows = (Array.isArray(values) ? values : [values]) as { id?: unknown }[]
    // Rows below name this one before the database could have given it an id.
    for (const row of rows) if (textId) row.id ??= randomUUID()
    const known = waiting.get(tableName)
    if (known) known.push(...rows)
    else waiting.set(tableName, [...rows])
    return rows
  }
  // A new document has no older version that would have to stop being the latest.
  view.execute = async () => undefined
  return {
    db: returningNothing(view),
    flush: async () => {
      const session = adapter.sessions[String(await req.transactionID)]
      if (!session) throw new Error('Batched inserts need the transaction of their request.')
      for (const [tableName, rows] of waiting) {
        for (let at = 0; at < rows.length; at += rowsAtOnce) {
          // Not by the adapter's own insert, which reads every row back.
          await session.db.insert(adapter.tables[tableName]!).values(rows.slice(at, at + rowsAtOnce))
        }
      }
      waiting.clear()
    },
  }
}

function batchedDocuments(req: PayloadRequest, adapter: MongooseAdapter): BatchedInserts {
  const waiting = new Map<MongooseModel, object[]>()
  const putOff = (models: Record<string, MongooseModel>) =>
    new Proxy(models, {
      get: (target, slug) => {
        const model = target[String(slug)]
        if (!model) return model
        const view = Object.create(model) as MongooseModel & Record<string, unknown>
        view.create = async ([document]: [object]) => {
          const known = waiting.get(model)
          if (known) known.push(document)
          else waiting.set(model, [document])
          return [document]
        }
        view.updateMany = async () => undefined
        return view
      },
    })
  const view = Object.create(adapter) as MongooseAdapter
  Object.assign(view, { collections: putOff(adapter.collections), versions: putOff(adapter.versions) })
  return {
    db: returningNothing(view),
    flush: async () => {
      const session = adapter.sessions[String(await req.transactionID)]
      if (!session) throw new Error('Batched inserts need the transaction of their request.')
      for (const [model, documents] of waiting) {
        await model.insertMany(documents, { session, timestamps: false, ordered: true })
      }
      waiting.clear()
    },
  }
}
