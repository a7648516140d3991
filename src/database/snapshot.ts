import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

type SnapshotAdapter = Payload['db'] & { beginSnapshot?: () => Promise<string> }

/**
 * Runs work that only reads, on the database as it is at this moment: what others write meanwhile is not seen, and nobody
 * waits. On SQLite through a connection of its own; on MongoDB in a transaction, which the server ends after its
 * `transactionLifetimeLimitSeconds` (60 by default).
 */
export async function inSnapshot<Result>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  const db = payload.db as SnapshotAdapter
  const options = db.name === 'mongoose' ? { readConcern: { level: 'snapshot' } } : undefined
  const id = await (db.beginSnapshot ? db.beginSnapshot() : db.beginTransaction(options as never))
  if (id === null || id === undefined) throw new Error('This database has no transactions.')
  const req = await createLocalReq({}, payload)
  req.transactionID = id
  try {
    return await work(req)
  } finally {
    await db.rollbackTransaction(id)
  }
}
