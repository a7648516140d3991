import type { Request, RequestHandler } from 'express'
import { refuse } from '../../web/refuse.ts'

export interface BodyLimits {
  /** Bytes of a multipart body: a picture with its fields. */
  upload: number
  /** Bytes of any other body. */
  other: number
}

export const defaultBodyLimits: BodyLimits = { upload: 50_000_000, other: 2_000_000 }

/**
 * Refuses a body that says it is too large before a byte of it is read. A body that does not say how long
 * it is gets the same limit where it is read (`toWebRequest`); pages do not take such bodies.
 */
export function bodyLimit(limits: BodyLimits = defaultBodyLimits): RequestHandler {
  return (request, response, next) => {
    const limit = limitFor(request, limits)
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
        message: 'Send this body with a Content-Length.',
      })
      return
    }
    next()
  }
}

/** What is said about a body of more than `limit` bytes. */
export function tooLarge(limit: number): string {
  const megabytes = Math.round(limit / 1_000_000)
  return `内容过大，最多 ${megabytes} MB。 / Too large: at most ${megabytes} MB.`
}

function limitFor(request: Request, { upload, other }: BodyLimits): number {
  return request.headers['content-type']?.startsWith('multipart/form-data') ? upload : other
}
