import type { Payload } from 'payload'

import { optionsOf } from '../options.ts'
import { deliverWebhooks } from '../notices/deliverWebhooks.ts'
import { publishDue } from '../workflow/desk/publishDue.ts'

export { mountBroadsheet, type Mountable, type MountOptions } from '../http/mountBroadsheet.ts'
/** The parts of `mountBroadsheet`, for a server that has them in an order of its own. */
export { publishedReads, type Answered, type PublishedOptions } from '../http/published/index.ts'
export type { HeaderList } from '../http/published/headers.ts'
export { payloadApi, type PayloadApi } from '../http/payloadApi.ts'
export { health } from '../http/health.ts'
export { defaultBodyLimits, limitOf, tooLarge, type BodyLimits } from '../http/bodyLimits.ts'
export { refuse, type Refusal } from '../http/web/refuse.ts'
export { isNormalPath } from '../core/normalPath.ts'
export { idFor } from '../http/requestIds.ts'
export { healthOf, type HouseHealth } from '../delivery/health.ts'
export { inOneProcess } from '../database/inOneProcess.ts'
export { inTransaction } from '../database/inTransaction.ts'
export { migrationState, type MigrationState } from '../database/migrationState.ts'
export { NewerSchema, schemaNewer } from '../database/refuseNewerSchema.ts'
export { deliverWebhooks, publishDue }

/** Work that a server does by itself, until it is stopped. */
export interface DueWork {
  /** Ends after what is under way. */
  stop(): Promise<void>
}

export interface DueWorkOptions {
  /** Told of what went wrong; the work goes on at its next turn. */
  onError: (error: unknown, work: 'schedule' | 'webhooks') => void
  /** Told of an issue that appeared, or lost its signature instead, at its time. */
  onDue?: (due: { issue: string; outcome: 'published' | 'dropped'; codes: string[] }) => void
  /** Milliseconds between two looks; 1,000 by default. */
  interval?: number
}

/**
 * Publishes scheduled issues at their time and sends webhooks, from now on; the first look is at once, for what became due
 * while nothing ran. Each process of a house may do so: what must happen once is guarded in the database.
 */
export function startDueWork(
  payload: Payload,
  { onError, onDue, interval = 1_000 }: DueWorkOptions,
): DueWork {
  const { slugs, webhooks } = optionsOf(payload)
  const works = [
    repeat({
      ...{ interval, onError: (error) => onError(error, 'schedule') },
      work: async () => {
        const results = await publishDue({ slugs, payload, now: new Date().toISOString() })
        for (const { issue, outcome, blockers, error } of results) {
          if (outcome === 'failed') onError(error, 'schedule')
          else if (outcome !== 'elsewhere')
            onDue?.({ issue, outcome, codes: blockers.map(({ code }) => code) })
        }
      },
    }),
    // Receivers that are slow do not keep an issue from appearing.
    repeat({
      ...{ interval, onError: (error) => onError(error, 'webhooks') },
      work: async () => void (await deliverWebhooks({ slugs, payload, webhooks, now: Date.now })),
    }),
  ]
  return { stop: async () => void (await Promise.all(works.map((work) => work.stop()))) }
}

/** Does work again and again, never twice at a time. */
function repeat(options: {
  work: () => Promise<void>
  interval: number
  onError: (error: unknown) => void
}): DueWork {
  let stopped = false
  let wake: () => void = () => undefined
  const done = (async () => {
    while (!stopped) {
      await options.work().catch(options.onError)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.interval)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (stopped) wake()
      })
    }
  })()
  return {
    stop: async () => {
      stopped = true
      wake()
      await done
    },
  }
}
