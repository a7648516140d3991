import type { Payload } from 'payload'

interface MongoAdapter {
  connection: {
    base: { mongo: { UUID: new (hex: string) => object } }
    db: { admin(): { command(command: object): Promise<unknown> } }
  }
}

/**
 * Ends what a dead process has left open on MongoDB, as an operator may: its transaction holds its rows until then, or until
 * the server gives it up after a minute (`transactionLifetimeLimitSeconds`).
 *
 * @param sessions in hexadecimal; none on SQLite
 */
export async function endSessions(payload: Payload, sessions: readonly string[]): Promise<void> {
  if (sessions.length === 0) return
  const { base, db } = (payload.db as unknown as MongoAdapter).connection
  await db.admin().command({ killSessions: sessions.map((hex) => ({ id: new base.mongo.UUID(hex) })) })
}
