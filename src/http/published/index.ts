import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { publishedHouse } from '../../delivery/publishedHouse.ts'
import { idFor } from '../requestIds.ts'
import { addressOf } from './addressOf.ts'
import { codingFor } from './coding.ts'
import { graphqlQuestions } from './graphqlQuestions.ts'
import type { HeaderList } from './headers.ts'
import { memo } from './memo.ts'
import { credentialsIn, type Question, restQuestions } from './questions.ts'
import { send } from './send.ts'

/** What is known of an answered request. */
export interface Answered {
  request: IncomingMessage
  id: string
  /** 499 where nobody waited for the answer. */
  status: number
  /** When the request came, in `performance.now()`. */
  since: number
  /** Whether it was in memory. */
  hit: boolean
}

export interface PublishedOptions {
  payload: Payload
  /** Told of readings that failed; whoever stands behind answers them. */
  logger: Pick<Payload['logger'], 'warn' | 'error'>
  /** Headers that every API answer carries. */
  securityHeaders?: HeaderList
  /** Whether a request with this Host is meant for this server; every one by default. */
  isKnownHost?: (host: string) => boolean
  /** Told of each answer, and, with status 499, of a client that went away before it. */
  onAnswered?: (answered: Answered) => void
  /**
   * True where others may have set headers, or watch them: they are then set one by one and `Vary` is added to. False when
   * nothing stood before, which is faster.
   */
  amongOthers?: boolean
}

/** What logs say of a client that went away before it was answered. */
const gone = 499

/** @returns true when it has answered or will; else, or when `otherwise` is called later, the request is for whoever stands behind */
export type PublishedHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: () => void,
) => boolean

/**
 * Answers what anonymous clients read of published content: `GET` and `HEAD` of the public collections and of marked endpoints, and
 * GraphQL queries. From memory at once; what is not in memory is asked of Payload, once for all who want it. Whoever
 * sends a cookie or a token is left to what stands behind, and so is every other request.
 */
export function publishedReads(options: PublishedOptions): PublishedHandler {
  const { payload, logger, securityHeaders = [], onAnswered } = options
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
  const codingOf = memo(codingFor)
  const isKnownHost = memo(options.isKnownHost ?? (() => true))
  const manner = {
    always: [...securityHeaders, 'vary', 'Accept-Encoding, Accept-Language, Authorization, Cookie, Origin'],
    cacheControl: config.custom.broadsheet.delivery.cacheControl as string,
    amongOthers: options.amongOthers ?? false,
  }

  /** What has to be waited for. What goes wrong is answered by what stands behind, which has words for it. */
  const answerLater = async (
    asked: { request: IncomingMessage; response: ServerResponse; since: number; otherwise: () => void },
    find: () => Promise<Question | null>,
  ): Promise<void> => {
    const { request, response, since, otherwise } = asked
    const id = idFor(request.headers['x-request-id'])
    try {
      const question = await find()
      if (response.destroyed) return onAnswered?.({ request, since, id, hit: false, status: gone })
      if (!question) return otherwise()
      const { answer, hit } = await question.get()
      const coding = codingOf(String(request.headers['accept-encoding'] ?? ''))
      const body = await house.reads.coded(question.key, answer, coding)
      if (response.destroyed) return onAnswered?.({ request, since, id, hit, status: gone })
      const status = send(manner, { request, response, answer, body, id })
      onAnswered?.({ request, since, id, hit, status })
    } catch (error) {
      logger.error({ err: error }, 'A published read failed')
      if (!response.headersSent) otherwise()
    }
  }

  return (request, response, otherwise) => {
    const { method, headers } = request
    const url = addressOf(request)
    const isRead = method === 'GET' || method === 'HEAD'
    if (!url.startsWith(api) || (!isRead && method !== 'POST')) return false
    if (saysWhoAsks(request) || !isKnownHost(headers.host ?? '')) return false
    const since = performance.now()
    if (!isRead) {
      if (!graphql.mayBe(request)) return false
      void answerLater({ request, response, since, otherwise }, () => graphql.question(request))
      return true
    }
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false
    const question = rest(request)
    if (!question) return false
    const answer = house.reads.inMemory(question.key)
    const body = answer?.ready(codingOf(String(headers['accept-encoding'] ?? '')))
    if (!answer || !body) {
      void answerLater({ request, response, since, otherwise }, async () => question)
      return true
    }
    const id = idFor(headers['x-request-id'])
    const status = send(manner, { request, response, answer, body, id })
    onAnswered?.({ request, id, status, since, hit: true })
    return true
  }
}
