import type { RequestHandler } from 'express'
import { type BodyLimits, defaultBodyLimits, limitOf, refuse, tooLarge } from '../../../src/exports/server.ts'

/**
 * Refuses a body that says it is too large before a byte of it is read. A body that does not say how long
 * it is gets the same limit where it is read (`payloadApi`); pages do not take such bodies.
 */
export function bodyLimit(limits: BodyLimits = defaultBodyLimits): RequestHandler {
  return (request, response, next) => {
    const limit = limitOf(request.headers, limits)
    response.locals.bodyLimit = limit
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      // The rest of the body is not worth receiving, so the connection ends with the answer.
      response.setHeader('connection', 'close')
      refuse(response, { status: 413, code: 'tooLarge', message: tooLarge(limit) })
      return
    }
    if (request.headers['transfer-encoding'] !== undefined && !request.path.startsWith('/api/')) {
      response.setHeader('connection', 'close')
      refuse(response, {
        status: 411,
        code: 'lengthRequired',
        message: '请在发送内容时注明 Content-Length。 / Send this body with a Content-Length.',
      })
      return
    }
    next()
  }
}
