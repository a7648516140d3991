import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { isWriteConflict } from './isWriteConflict.ts'

const attempts = 5

/**
 * Runs work in one transaction: the request's own if it has one, else a new one that is committed at the end
 * and rolled back when the work throws. On MongoDB a write conflict (112) aborts the transaction; the whole
 * work is then run again a few times, so it must begin by reading what it decides on.
 */
export async function inTransaction<Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const owner = await initTransaction(req)
    try {
      const result = await work()
      if (owner) await commitTransaction(req)
      return result
    } catch (error) {
      if (!owner) throw error
      await killTransaction(req)
      if (attempt >= attempts || !isWriteConflict(error)) throw error
    }
  }
}
