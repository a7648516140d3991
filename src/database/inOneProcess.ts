import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { inTransaction } from './inTransaction.ts'
import { takeLease, type LeaseOptions } from './lease.ts'

/**
 * Does work that one process of a house at a time may do, while the others wait. It must ask `req` first whether it is still to be
 * done, and give `req` to every call. On SQLite all of it is one transaction, for which writers of other processes wait; on MongoDB
 * it holds a lease, and its transactions are its own: one that stood still for half a minute may be overtaken.
 */
export async function inOneProcess<Result>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<Result>,
  options: LeaseOptions,
): Promise<Result> {
  const req = await createLocalReq({}, payload)
  if (payload.db.name !== 'mongoose') return inTransaction(req, () => work(req))
  const lease = await takeLease(payload.db as unknown as MongooseAdapter, options)
  try {
    return await work(req)
  } finally {
    await lease.release()
  }
}
