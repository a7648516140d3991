import type { RequestHandler } from 'express'

import { idFor } from '../../../src/exports/server.ts'

const header = 'x-request-id'

/**
 * Gives every request an id: the one a proxy sent, if it is 8 to 64 plain characters (it ends up in logs),
 * otherwise a new one. The answer carries it, and so does the request that Payload and Next see.
 */
export function requestId(): RequestHandler {
  return (request, response, next) => {
    const id = idFor(request.headers[header])
    request.headers[header] = id
    response.setHeader(header, id)
    next()
  }
}

/** The id that the middleware gave to a request. */
export function idOf(request: { headers: Record<string, unknown> }): string {
  return String(request.headers[header])
}
