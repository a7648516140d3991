import type { RequestHandler } from 'express'
import { randomUUID } from 'node:crypto'

const header = 'x-request-id'
const sane = /^[A-Za-z0-9_.-]{8,64}$/

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

/** The id of a request that came with this `X-Request-Id`, or with none. */
export function idFor(given: string | string[] | undefined): string {
  return typeof given === 'string' && sane.test(given) ? given : randomUUID()
}

/** The id that the middleware gave to a request. */
export function idOf(request: { headers: Record<string, unknown> }): string {
  return String(request.headers[header])
}
