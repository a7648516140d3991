import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { type BodyLimits, defaultBodyLimits, limitOf, tooLarge } from './bodyLimits.ts'
import { health } from './health.ts'
import { payloadApi } from './payloadApi.ts'
import { addressOf } from './published/addressOf.ts'
import { type Answered, publishedReads } from './published/index.ts'
import { bodyOf } from './web/readBody.ts'
import { refuse } from './web/refuse.ts'

/** What an Express app, or any other that takes Node's middleware, has. */
export interface Mountable {
  use: (
    handler: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void,
  ) => unknown
}

export interface MountOptions {
  /** A started Payload that has the plugin: `await getPayload({ config })`. */
  payload: Payload
  /**
   * True, the default: answers all of Payload's API, as Payload's own routes would. False: answers from what is published
   * only, to clients that send no cookie and no token, and leaves the rest to what follows, such as Next.
   */
  api?: boolean
  /** False leaves `/healthz` and `/readyz` out. */
  health?: boolean
  /** Bytes that bodies may have; 50 MB for uploads and 2 MB for all else by default. */
  bodyLimits?: BodyLimits
  /** Told of each answer of what is published, for a log of your own. */
  onAnswered?: (answered: Answered) => void
}

/**
 * Mounts the newspaper on an Express app: what is published (lists, documents, GraphQL, search, feeds, tables of contents, calendars)
 * from memory, the rest of the API from Payload, and health. No Next is in the path. Mount it on the app itself, before
 * anything that reads bodies, such as `express.json()`, and after what everything shall pass, such as helmet.
 */
export function mountBroadsheet(app: Mountable, options: MountOptions): void {
  const { payload, api = true, bodyLimits = defaultBodyLimits, onAnswered } = options
  const prefix = payload.config.routes.api
  const askHealth = options.health === false ? () => false as const : health(payload)
  const answerApi = payloadApi(payload.config)
  const published = publishedReads({
    ...{ payload, logger: payload.logger, amongOthers: true },
    ...(onAnswered ? { onAnswered } : {}),
  })

  app.use((request, response, next) => {
    const answered = askHealth(request, response)
    if (answered) return void answered.catch(next)
    const path = addressOf(request).split('?')[0]!
    if (path !== prefix && !path.startsWith(`${prefix}/`)) return next()
    const otherwise = () => {
      if (!api) return next()
      if (!mayBeAsked(request, response)) return
      const bodyLimit = limitOf(request.headers, bodyLimits)
      if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
        // The rest of the body is not worth receiving, so the connection ends with the answer.
        response.setHeader('connection', 'close')
        refuse(response, { status: 413, code: 'tooLarge', message: tooLarge(bodyLimit) })
        return
      }
      answerApi(request, { response, bodyLimit }).catch(next)
    }
    if (!published(request, response, otherwise)) otherwise()
  })
}

/** Refuses what cannot be handed on: a Host that no address can have, and a body that somebody before has read. */
function mayBeAsked(request: IncomingMessage, response: ServerResponse): boolean {
  if (!URL.canParse(`http://${request.headers.host}/`)) {
    refuse(response, { status: 400, code: 'host', message: 'Host 无效。 / The Host header is not valid.' })
    return false
  }
  const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding']
  if (!hasBody || !request.readableEnded || bodyOf(request)) return true
  refuse(response, {
    status: 500,
    code: 'bodyRead',
    message:
      '请求内容已被之前的中间件读取：请把 mountBroadsheet 放在 express.json() 等之前。 / ' +
      'Middleware before has read the body: call mountBroadsheet before express.json() and the like.',
  })
  return false
}
