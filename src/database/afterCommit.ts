import type { Payload, PayloadRequest } from 'payload'

type Callback = () => void
type Adapter = Payload['db'] & { [waitingKey]?: Map<string, Callback[]> }

// On the adapter, not in the module: its code is loaded twice in one process.
const waitingKey = Symbol.for('broadsheet.afterCommit')

/**
 * Runs `callback` as soon as the request's transaction is committed, before whoever committed goes on; never when it
 * is rolled back. At once for a request without a transaction, whose writes stand already.
 */
export async function afterCommit(req: PayloadRequest, callback: Callback): Promise<void> {
  const transaction = await req.transactionID
  if (transaction === undefined || transaction === null) return callback()
  const waiting = watchTransactions(req.payload.db)
  const id = String(transaction)
  waiting.set(id, [...(waiting.get(id) ?? []), callback])
}

function watchTransactions(db: Adapter): Map<string, Callback[]> {
  const known = db[waitingKey]
  if (known) return known
  const waiting = new Map<string, Callback[]>()
  Object.defineProperty(db, waitingKey, { value: waiting })

  const { commitTransaction, rollbackTransaction } = db
  db.commitTransaction = async function (id) {
    const key = String(await id)
    const callbacks = waiting.get(key) ?? []
    waiting.delete(key)
    await commitTransaction.call(this, id)
    for (const callback of callbacks) callback()
  }
  db.rollbackTransaction = async function (id) {
    waiting.delete(String(await id))
    await rollbackTransaction.call(this, id)
  }
  return waiting
}
