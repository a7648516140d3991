import type { IncomingMessage } from 'node:http'
import { type Application, request as expressRequest } from 'express'
import type { Logger } from 'pino'
import type { Answered } from '../src/exports/server.ts'
import { levelOf } from './middleware/log/index.ts'

/** Writes the lines that Express's middleware writes for all other requests, and whether memory answered. */
export function accessLog(logger: Logger, app: Application): (answered: Answered) => void {
  return ({ request, id, status, since, hit }) => {
    const level = levelOf(status)
    if (!logger.isLevelEnabled(level)) return
    const { method, url = '' } = request
    const query = url.indexOf('?')
    logger[level](
      {
        req: { id, method, path: query === -1 ? url : url.slice(0, query), ip: addressOf(request, app) },
        res: { status },
        memory: hit ? 'hit' : 'miss',
        responseTime: Math.round(performance.now() - since),
      },
      'request completed',
    )
  }
}

/** As Express tells it: of a proxy that is trusted, what it says in X-Forwarded-For. */
function addressOf(request: IncomingMessage, app: Application): string | undefined {
  if (request.headers['x-forwarded-for'] === undefined) return request.socket.remoteAddress
  const asExpress = Object.assign(Object.create(request) as IncomingMessage, { app })
  return Reflect.get(expressRequest, 'ip', asExpress) as string | undefined
}
