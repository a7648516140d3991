import express, { type ErrorRequestHandler, type Express } from 'express'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import {
  type BodyLimits,
  health,
  healthOf,
  payloadApi,
  publishedReads,
  refuse,
  startDueWork,
} from '../src/exports/server.ts'
import { accessLog } from './accessLog.ts'
import { answerUnreadable } from './answerUnreadable.ts'
import { drainOf } from './drain.ts'
import { headersOf } from './headersOf.ts'
import { bodyLimit } from './middleware/bodyLimit/index.ts'
import { compression } from './middleware/compression/index.ts'
import { failedPage } from './middleware/failedPage/index.ts'
import { hostCheck, knownHosts } from './middleware/hostCheck/index.ts'
import { keptPages } from './middleware/keptPages/index.ts'
import { log } from './middleware/log/index.ts'
import { preview } from './middleware/preview/index.ts'
import { rateLimit, type RateLimits } from './middleware/rateLimit/index.ts'
import { requestId } from './middleware/requestId/index.ts'
import { requestPath } from './middleware/requestPath/index.ts'
import { securityHeaders } from './middleware/securityHeaders/index.ts'
import { metrics } from './metrics/index.ts'
import { dueWorkLog } from './dueWorkLog.ts'
import { migrate } from './migrations.ts'
import { type Pages, preparePages } from './pages.ts'
import { publicAddresses } from './publicAddresses.ts'

/**
 * Looks at a request before Express does; true means it has answered. For what must be fast and needs no
 * middleware, such as published articles from memory. It sets its own headers, and the log does not see it.
 */
export type Before = (request: IncomingMessage, response: ServerResponse) => boolean

export interface ServerOptions {
  config: SanitizedConfig | Promise<SanitizedConfig>
  logger: Logger
  host: string
  port: number
  /** Origin under which the server is known outside, if it is. */
  publicUrl?: string | undefined
  dev?: boolean
  /** False leaves Next out: the API alone, as tests of it need. */
  pages?: boolean
  /** False leaves scheduled issues and webhooks to other processes. */
  dueWork?: boolean
  before?: Before[]
  bodyLimits?: BodyLimits
  rateLimits?: RateLimits
  /** What a monitor must send to read /metrics; without one nobody does. */
  metricsToken?: string | undefined
  /** Whose X-Forwarded-* headers are believed; Express's `trust proxy`. A proxy on this machine by default. */
  trustProxy?: string | number | boolean
}

export interface BroadsheetServer {
  /** Does not listen yet. */
  http: Server
  app: Express
  payload: Payload
  /** Names of migrations that the database lacks although it should have been migrated. */
  migrationsMissing: string[]
  /** Answers what is under way (at most `bound` milliseconds, 10,000 by default), then lets go of everything. */
  close(bound?: number): Promise<void>
}

/**
 * Puts Express before Payload and Next and starts both, on one Payload instance. Throws when the database cannot
 * be reached or migrated.
 */
export async function createServer(options: ServerOptions): Promise<BroadsheetServer> {
  const { host, port, publicUrl, logger, dev = false, before = [] } = options
  const config = await options.config
  const payload = await getPayload({ config, cron: true, disableOnInit: true })
  const { missing: migrationsMissing } = await migrate(payload)
  // It reads tables, and in development they are only now made.
  await config.onInit?.(payload)

  // Not on a database that lacks what the code expects.
  const due =
    migrationsMissing.length === 0 && options.dueWork !== false
      ? startDueWork(payload, dueWorkLog(logger))
      : null
  const http = createHttpServer()
  const drain = drainOf(http)
  answerUnreadable(http)
  const pages = options.pages === false ? null : await preparePages({ dev, host, port, http })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  app.set('trust proxy', options.trustProxy ?? 'loopback')

  app.use(requestId())
  app.use(log(logger))
  const secure = securityHeaders({ dev, https: publicUrl?.startsWith('https:') ?? false })
  app.use(secure)
  const counted = metrics(payload, { token: options.metricsToken })
  app.use(counted.watch)
  app.use(counted.route)
  const askHealth = health(payload)
  app.use((request, response, next) => askHealth(request, response) || next())
  app.use(requestPath())
  app.use(hostCheck({ host, publicUrl }))
  app.use(compression())
  app.use(bodyLimit(options.bodyLimits))
  app.use(...rateLimit(options.rateLimits))
  const answerApi = payloadApi(config)
  app.use('/api', (request, response) =>
    answerApi(request, { response, bodyLimit: Number(response.locals.bodyLimit) }),
  )
  if (pages) app.use(failedPage(), keptPages(payload))
  app.use(preview(config))
  if (pages) app.use((request, response) => pages.handle(request, response))
  app.use(unexpected(logger))

  const logAnswer = accessLog(logger, app)
  const published = publishedReads({
    ...{ payload, logger, securityHeaders: headersOf(secure) },
    isKnownHost: knownHosts({ host, publicUrl }),
    onAnswered: (answered) => {
      counted.published(answered)
      logAnswer(answered)
    },
  })
  const addressed = publicAddresses(payload)
  http.on('request', (request, response) => {
    request.url = addressed(request.url ?? '/')
    if (before.some((answer) => answer(request, response))) return
    const express = () => void app(request, response)
    if (!published(request, response, express)) express()
  })

  return {
    http,
    app,
    payload,
    migrationsMissing,
    async close(bound = 10_000) {
      healthOf(payload).stop()
      pages?.hangUp()
      await drain(bound)
      await closePages(pages)
      await due?.stop()
      await payload.destroy()
    },
  }
}

async function closePages(pages: Pages | null): Promise<void> {
  if (pages) await pages.close()
}

function unexpected(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    logger.error({ err: error, id: response.getHeader('x-request-id') }, 'A request failed unexpectedly')
    // Half an answer cannot be taken back: Express ends the connection.
    if (response.headersSent) return next(error)
    const status = request.destroyed ? 400 : clientError(error)
    refuse(response, {
      status,
      code: 'unexpected',
      message:
        '服务器出错，请稍后再试；如反复出现，请把 requestId 告诉管理员。 / Something went wrong: try again, and if it stays tell the requestId to an administrator.',
    })
  }
}

/** Express's own errors about what a client sent (a broken escape in the path) carry a status. */
function clientError(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 500 ? status : 500
}
