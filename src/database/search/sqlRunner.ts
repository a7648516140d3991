import type { SQL, sql as Sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload, PayloadRequest } from 'payload'

type Value = string | number | null

interface Drizzle {
  all(query: SQL): Promise<Record<string, unknown>[]>
  run(query: SQL): Promise<unknown>
}

interface Adapter {
  drizzle: Drizzle
  sessions: Record<string, { db: Drizzle } | undefined>
}

/** Runs SQL with `?` for values. */
export interface SqlRunner {
  all<Row = Record<string, unknown>>(text: string, values?: readonly Value[]): Promise<Row[]>
  run(text: string, values?: readonly Value[]): Promise<void>
}

/** Only where there is SQLite: an app on MongoDB need not have the package. */
let drizzle: Promise<{ sql: typeof Sql }> | undefined

/** SQL on Payload's SQLite database: with a request in its transaction, else by itself. */
export async function sqlRunner(
  payload: Payload,
  req?: Pick<PayloadRequest, 'transactionID'>,
): Promise<SqlRunner> {
  const adapter = payload.db as unknown as Adapter
  const id = await req?.transactionID
  const session = id === undefined || id === null ? undefined : adapter.sessions[String(id)]
  if (req && !session)
    throw new Error('The search index is written in the transaction of its request, which has none.')
  const db = session?.db ?? adapter.drizzle
  const { sql } = await (drizzle ??= import('@payloadcms/db-sqlite/drizzle'))
  const bound = (text: string, values: readonly Value[]): SQL => {
    const parts = text.split('?')
    return sql.join(
      parts.flatMap((part, index) => [
        sql.raw(part),
        ...(index < parts.length - 1 ? [sql`${values[index]}`] : []),
      ]),
    )
  }
  return {
    all: async <Row>(text: string, values: readonly Value[] = []) =>
      (await db.all(bound(text, values))) as Row[],
    run: async (text, values = []) => {
      await db.run(bound(text, values))
    },
  }
}
