import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { idOf } from '../requestId/index.ts'

/**
 * One line for each answered request. Of a request it names id, method, path and address; never headers,
 * bodies or the query, which carry sessions, passwords and reset tokens.
 */
export function log(logger: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger,
    genReqId: idOf,
    serializers: {
      req: ({ raw }: { raw: Request }) => ({
        id: idOf(raw),
        method: raw.method,
        path: withoutTokens(raw.originalUrl),
        ip: raw.ip,
      }),
      res: ({ raw }: { raw: Response }) => ({ status: raw.statusCode }),
    },
    // Serialisers get pino's wrapped objects, whose `raw` is what Express made.
    wrapSerializers: true,
    customLogLevel: (_request, response, error) => (error ? 'error' : levelOf(response.statusCode)),
    autoLogging: { ignore: ({ originalUrl }) => /^\/(_next\/|healthz|readyz|metrics)/.test(originalUrl) },
  })
}

/** How loud a line about an answer with this status is. */
export function levelOf(status: number): 'error' | 'warn' | 'info' {
  if (status >= 500) return 'error'
  return status >= 400 ? 'warn' : 'info'
}

/** The path alone; some addresses (verification, reset, preview) have a token in the path itself. */
function withoutTokens(url: string): string {
  const path = url.split('?')[0] ?? ''
  return path.replace(/\/(verify|reset|preview)\/[^/]+/, '/$1/***')
}
