import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { CodedBody, FinishedAnswer } from '../../src/exports/delivery.ts'

/** Names and values by turns, as `writeHead` takes them without looking anything up. The last two are the request's id. */
export type HeaderList = string[]

/** What one body is sent with: in full, and to a client that has it already. */
export interface PreparedHeaders {
  full: HeaderList
  notModified: HeaderList
}

/** The headers that a middleware sets on an API answer. It must not look at more of the request than its path. */
export function headersOf(middleware: RequestHandler): HeaderList {
  const list: HeaderList = []
  const response = {
    setHeader: (name: string, value: OutgoingHttpHeader) => void list.push(name.toLowerCase(), String(value)),
    removeHeader: () => undefined,
  }
  const request = { path: '/api/', headers: {} } as unknown as IncomingMessage
  let ended = false
  middleware(request as never, response as unknown as ServerResponse as never, () => (ended = true))
  // A middleware that waits would leave answers from memory without its headers.
  if (!ended) throw new Error('The security headers are not set at once.')
  return list
}

/** Everything but the id, once for each body. @param given.always what every answer carries */
export function prepareHeaders(
  answer: FinishedAnswer,
  given: { body: CodedBody; always: HeaderList; cacheControl: string },
): PreparedHeaders {
  const { body, always } = given
  const cacheControl = answer.cacheControl ?? (answer.status < 500 ? given.cacheControl : 'no-store')
  const shared = [...always, 'cache-control', cacheControl, 'etag', body.etag]
  const id = ['x-request-id', '']
  return {
    notModified: [...shared, ...id],
    full: [
      ...shared,
      ...answer.headers.flat(),
      ...(body.coding === 'identity' ? [] : ['content-encoding', body.coding]),
      ...['content-length', String(body.bytes.length)],
      ...id,
    ],
  }
}
