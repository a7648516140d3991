import { Router } from 'express'

export interface HealthOptions {
  /** Settles when the database has answered a real query; rejects when it cannot. */
  askDatabase: () => Promise<unknown>
  /** What still keeps the server from taking requests; empty when ready. */
  notReady: () => string[]
  /** Milliseconds the database may take to answer. */
  patience?: number
}

/**
 * `/healthz`: 200 when the database answers, otherwise 503. `/readyz`: 200 when requests may be sent here.
 * Answers of the database are shared for a second, so that anyone may ask without harm.
 */
export function health({ askDatabase, notReady, patience = 2000 }: HealthOptions): Router {
  const router = Router()
  let last: { at: number; healthy: Promise<boolean> } | undefined

  const healthy = () => {
    if (!last || Date.now() - last.at > 1000) {
      last = { at: Date.now(), healthy: answersInTime(askDatabase(), patience) }
    }
    return last.healthy
  }

  router.get('/healthz', async (_request, response) => {
    const database = await healthy()
    response
      .status(database ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ database: database ? 'ok' : 'unreachable' })
  })
  router.get('/readyz', (_request, response) => {
    const waiting = notReady()
    response
      .status(waiting.length === 0 ? 200 : 503)
      .set('cache-control', 'no-store')
      .json(waiting.length === 0 ? { ready: true } : { ready: false, waiting })
  })
  return router
}

function answersInTime(answer: Promise<unknown>, patience: number): Promise<boolean> {
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
