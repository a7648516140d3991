import type { Payload } from 'payload'

/**
 * Refuses to start on a database without transactions: Payload would go on without a word, and an issue could then be
 * published in part. Throws with what to change.
 */
export async function requireTransactions(payload: Payload): Promise<void> {
  const id = await payload.db.beginTransaction()
  if (id !== null && id !== undefined) return payload.db.rollbackTransaction(id)
  throw new Error(
    `broadsheet: the database (${payload.db.name}) has no transactions, and an issue could be published in part. ` +
      'On SQLite use `db: sqliteDatabase({ url })` from payload-plugin-broadsheet/sqlite; on MongoDB a replica set, ' +
      'named in the URL with ?replicaSet=NAME, and leave `transactionOptions` on.',
  )
}
