import type { MigrateUpArgs, MongooseAdapter } from '@payloadcms/db-mongodb'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { isWriteConflict } from './isWriteConflict.ts'

/** Milliseconds after which a holder that does not renew its lease is taken for dead. */
const term = 30_000
const renewal = 5_000
const pause = 200

/** Thrown to who stood still for longer than a lease lasts, while another process took it over. */
export class Overtaken extends Error {
  override name = 'Overtaken'
  constructor(lease: string) {
    super(
      `This process stood still for more than ${term / 1000} s, and another one has taken over its work (${lease}). ` +
        'Nothing of the step it was at was kept.',
    )
  }
}

/** Leave to be the only process of a house that does some work. */
export interface Lease {
  /**
   * To be called as the last act of a transaction: throws `Overtaken` where another process holds the lease by now, and else sees
   * to it that no other can begin before this transaction has ended. Without a session it only looks.
   */
  fence(session?: MigrateUpArgs['session']): Promise<void>
  release(): Promise<void>
}

export interface LeaseOptions {
  /** What the lease is for; the same in every process. */
  name: string
  /** Told once, when another process is at it. */
  onWait: () => void
}

interface Lock {
  _id: string
  holder: string
  expiresAt?: Date
  fencedAt?: Date
}

/**
 * Waits for the lease and keeps it until it is released. One whose holder died is waited for at most half a minute (clocks of
 * machines may differ by less).
 */
export async function takeLease(adapter: MongooseAdapter, { name, onWait }: LeaseOptions): Promise<Lease> {
  const locks = adapter.connection.collection<Lock>('broadsheet-locks')
  const holder = randomUUID()
  const token = `${name}:holder`
  const until = () => new Date(Date.now() + term)
  for (let told = false; ; told = true) {
    try {
      await locks.updateOne(
        { _id: name, expiresAt: { $lt: new Date() } },
        { $set: { holder, expiresAt: until() } },
        { upsert: true },
      )
      break
    } catch (error) {
      // Held: the upsert then tries to insert the same id.
      if ((error as { code?: unknown }).code !== 11_000) throw error
      if (!told) onWait()
      await sleep(pause)
    }
  }
  // A row of its own, which renewals leave alone: a transaction that writes it must conflict with a new holder, never with them.
  for (;;) {
    try {
      await locks.updateOne({ _id: token }, { $set: { holder } }, { upsert: true })
      break
    } catch (error) {
      // The holder before is just committing: it is waited for.
      if (!isWriteConflict(error)) throw error
      await sleep(pause)
    }
  }
  const renew = () => locks.updateOne({ _id: name, holder }, { $set: { expiresAt: until() } })
  // One that fails is tried again; one that comes too late finds another holder's name, and the fence says so.
  const renewing = setInterval(() => void renew().catch(() => undefined), renewal).unref()
  return {
    fence: async (session) => {
      try {
        const { matchedCount } = session
          ? await locks.updateOne({ _id: token, holder }, { $set: { fencedAt: new Date() } }, { session })
          : { matchedCount: await locks.countDocuments({ _id: token, holder }) }
        if (matchedCount === 0) throw new Overtaken(name)
      } catch (error) {
        if (!isWriteConflict(error) || (await locks.countDocuments({ _id: token, holder })) > 0) throw error
        throw new Overtaken(name)
      }
    },
    release: async () => {
      clearInterval(renewing)
      await locks.deleteOne({ _id: name, holder })
    },
  }
}
