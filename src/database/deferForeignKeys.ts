import type { PayloadRequest } from 'payload'

interface DrizzleAdapter {
  name: string
  sessions: Record<string, { db: object }>
  execute(args: { db: object; raw: string }): Promise<unknown>
}

/** Rows of this transaction may name rows that come later: SQLite looks at its end whether all are there. */
export async function deferForeignKeys(req: PayloadRequest): Promise<void> {
  const adapter = req.payload.db as unknown as DrizzleAdapter
  const session = adapter.sessions[String(await req.transactionID)]
  if (!session) throw new Error('Deferring foreign keys needs the transaction of the request.')
  await adapter.execute({ db: session.db, raw: 'PRAGMA defer_foreign_keys = ON' })
}
