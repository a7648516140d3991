import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { HeaderList } from '../src/exports/server.ts'

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
