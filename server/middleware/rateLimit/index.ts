import type { Request, RequestHandler, Response } from 'express'
import { rateLimit as limiter } from 'express-rate-limit'
import { refuse } from '../../../src/exports/server.ts'

export interface RateLimits {
  /** Failed attempts to log in, unlock or reset, per address and window. */
  failures: number
  /** Requests for an e-mail that resets a password, per address and window. */
  mails: number
  /** Milliseconds. */
  window: number
}

export const defaultRateLimits: RateLimits = { failures: 30, mails: 10, window: 15 * 60 * 1000 }

// Of any collection: which one holds the staff is the app's choice.
const guessed = /^\/api\/[^/]+\/(login|unlock|reset-password|first-register)\/?$/
const mailed = /^\/api\/[^/]+\/forgot-password\/?$/

/**
 * Slows down guessing. Only failures count for logging in, because a whole newsroom may share one address;
 * Payload's own lock per account stands behind it. Expects `requestPath` before it.
 */
export function rateLimit(limits: RateLimits = defaultRateLimits): RequestHandler[] {
  const common = {
    windowMs: limits.window,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request: Request, response: Response) =>
      refuse(response, {
        status: 429,
        code: 'tooMany',
        message: '尝试次数过多，请过一会儿再试。 / Too many attempts: try again later.',
      }),
  } as const
  return [
    limiter({
      ...common,
      identifier: 'login',
      limit: limits.failures,
      skip: (request) => request.method !== 'POST' || !guessed.test(request.path),
      skipSuccessfulRequests: true,
    }),
    limiter({
      ...common,
      identifier: 'mail',
      limit: limits.mails,
      skip: (request) => request.method !== 'POST' || !mailed.test(request.path),
    }),
  ]
}
