import type { Payload } from 'payload'

import { healthOf } from './health.ts'

/** One answer about health, as programs that watch a house read it. */
export interface HealthAnswer {
  status: 200 | 503
  body: Record<string, unknown>
}

/**
 * The two questions by their addresses. `healthz`: 200 when the database answers, otherwise 503. `readyz`: 200 when requests
 * may be sent here, otherwise 503 with what it waits for.
 */
export const healthAnswers = {
  healthz: async (payload: Payload): Promise<HealthAnswer> => {
    const answers = await healthOf(payload).answers()
    return { status: answers ? 200 : 503, body: { database: answers ? 'ok' : 'unreachable' } }
  },
  readyz: async (payload: Payload): Promise<HealthAnswer> => {
    const waiting = await healthOf(payload).waiting()
    return waiting.length === 0
      ? { status: 200, body: { ready: true } }
      : { status: 503, body: { ready: false, waiting } }
  },
} as const
