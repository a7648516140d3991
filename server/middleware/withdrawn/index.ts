import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { withdrawalAt } from '../../../src/exports/permalinks.ts'

/**
 * Answers the permalink of a withdrawn article, and every address in a withdrawn issue, with 410, whatever the pages behind make of
 * it: search engines and archives go by the status. The pages show the notice.
 */
export function withdrawn(payload: Payload): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const withdrawal = await withdrawalAt(payload, request.path)
    if (withdrawal) {
      response.status(410)
      response.setHeader('x-robots-tag', 'noindex')
      response.setHeader('cache-control', 'no-store')
    }
    next()
  }
}
