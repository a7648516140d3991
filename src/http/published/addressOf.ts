import type { IncomingMessage } from 'node:http'

/** Path and query as the client sent them: frameworks cut off of `url` what a router was mounted on. */
export function addressOf(request: IncomingMessage & { originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? ''
}
