import type { Payload } from 'payload'

import { migrationState } from '../database/migrationState.ts'

/** How a running house is. */
export interface HouseHealth {
  /** Whether the database answers a real query in time; shared for a second, so that anyone may ask without harm. */
  answers: () => Promise<boolean>
  /** What still keeps it from taking requests; empty when ready. */
  waiting: () => Promise<string[]>
  /** From now on it takes no more requests. */
  stop: () => void
}

/** Milliseconds that the database may take. */
const patience = 2_000
/** Milliseconds for which an answer holds. */
const shared = 1_000

// On the Payload instance, not in the module: its code is loaded twice in one process.
const healthKey = Symbol.for('broadsheet.health')

/** The health of a Payload instance: one answer for the server and for Payload's endpoints. */
export function healthOf(payload: Payload): HouseHealth {
  const kept = payload as Payload & { [healthKey]?: HouseHealth }
  if (!kept[healthKey]) Object.defineProperty(kept, healthKey, { value: watchHealth(payload) })
  return kept[healthKey]!
}

function watchHealth(payload: Payload): HouseHealth {
  let last: { at: number; answers: Promise<boolean> } | undefined
  let migrated = false
  let stopping = false
  const answers = () => {
    if (!last || Date.now() - last.at > shared) {
      last = { at: Date.now(), answers: inTime(askDatabase(payload)) }
    }
    return last.answers
  }
  return {
    answers,
    waiting: async () => {
      if (stopping) return ['stopping']
      if (migrated) return []
      // The database is asked by the shared question first: readiness may be asked by anyone as well.
      if (!(await answers())) return ['database']
      const { missing, newer } = await migrationState(payload)
      migrated = missing.length === 0 && newer.length === 0
      return migrated ? [] : ['migrations']
    },
    stop: () => {
      stopping = true
    },
  }
}

/** A real query on a small table: the newest migration, of which there is always a collection. */
function askDatabase(payload: Payload): Promise<unknown> {
  return payload.find({ collection: 'payload-migrations', limit: 1, pagination: false, depth: 0 })
}

function inTime(answer: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience)
    const settle = (healthy: boolean) => {
      clearTimeout(timer)
      resolve(healthy)
    }
    answer.then(
      () => settle(true),
      () => settle(false),
    )
  })
}
