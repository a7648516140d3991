import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Application } from 'express'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { publishedHouse } from '../../src/exports/delivery.ts'
import { idFor } from '../middleware/requestId/index.ts'
import { accessLog } from './accessLog.ts'
import { codingFor } from './coding.ts'
import { graphqlQuestions } from './graphqlQuestions.ts'
import type { HeaderList } from './headers.ts'
import { memo } from './memo.ts'
import { credentialsIn, type Question, restQuestions } from './questions.ts'
import { send } from './send.ts'

export interface PublishedOptions {
  payload: Payload
  app: Application
  logger: Logger
  /** Headers that every API answer carries. */
  securityHeaders: HeaderList
  /** Whether a request with this Host is meant for this server. */
  isKnownHost: (host: string) => boolean
}

type Before = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Answers what anonymous clients read of published content: `GET` and `HEAD` of the public collections and of marked endpoints, and
 * GraphQL queries. From memory at once, past Express; what is not in memory is asked of Payload, once for all who want it. Whoever
 * sends a cookie or a token is left to Express, and so is every other request.
 * @returns true when it has answered or will
 */
export function publishedReads(options: PublishedOptions): Before {
  const { payload, app, logger, securityHeaders } = options
  if (!payload.config.custom.broadsheet.enabled) return () => false
  const saysWhoAsks = credentialsIn(payload)
  if (!saysWhoAsks) {
    logger.warn(
      'An auth strategy of the app may know people by headers that delivery.credentialHeaders does not name: nothing is answered from memory.',
    )
    return () => false
  }
  const house = publishedHouse(payload)
  const { config } = payload
  const api = `${config.routes.api}/`
  const rest = restQuestions(house)
  const graphql = graphqlQuestions(config, house)
  const log = accessLog(logger, app)
  const codingOf = memo(codingFor)
  const isKnownHost = memo(options.isKnownHost)
  const manner = {
    always: [...securityHeaders, 'vary', 'Accept-Encoding, Accept-Language, Authorization, Cookie, Origin'],
    cacheControl: config.custom.broadsheet.delivery.cacheControl as string,
  }

  /** What has to be waited for. What goes wrong is answered by Express, which has words for it. */
  const answerLater = async (
    asked: { request: IncomingMessage; response: ServerResponse; since: number },
    find: () => Promise<Question | null>,
  ): Promise<void> => {
    const { request, response } = asked
    try {
      const question = await find()
      if (response.destroyed) return
      if (!question) return void app(request, response)
      const { answer, hit } = await question.get()
      const coding = codingOf(String(request.headers['accept-encoding'] ?? ''))
      const body = await house.reads.coded(question.key, answer, coding)
      if (response.destroyed) return
      const id = idFor(request.headers['x-request-id'])
      log({ ...asked, id, hit, status: send(manner, { request, response, answer, body, id }) })
    } catch (error) {
      logger.error({ err: error }, 'A published read failed')
      if (!response.headersSent) app(request, response)
    }
  }

  return (request, response) => {
    const { method, url = '', headers } = request
    const isRead = method === 'GET' || method === 'HEAD'
    if (!url.startsWith(api) || (!isRead && method !== 'POST')) return false
    if (saysWhoAsks(request) || !isKnownHost(headers.host ?? '')) return false
    const since = performance.now()
    if (!isRead) {
      if (!graphql.mayBe(request)) return false
      void answerLater({ request, response, since }, () => graphql.question(request))
      return true
    }
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false
    const question = rest(request)
    if (!question) return false
    const answer = house.reads.inMemory(question.key)
    const body = answer?.ready(codingOf(String(headers['accept-encoding'] ?? '')))
    if (!answer || !body) {
      void answerLater({ request, response, since }, async () => question)
      return true
    }
    const id = idFor(headers['x-request-id'])
    const status = send(manner, { request, response, answer, body, id })
    log({ request, id, status, since, hit: true })
    return true
  }
}
