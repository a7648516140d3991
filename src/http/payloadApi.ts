import type { IncomingMessage, ServerResponse } from 'node:http'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { APIError, handleEndpoints, type SanitizedConfig } from 'payload'
import { tooLarge } from './bodyLimits.ts'
import { addressOf } from './published/addressOf.ts'
import { inWords } from './unknownAddress.ts'
import { refuse } from './web/refuse.ts'
import { sendWebResponse } from './web/sendWebResponse.ts'
import { toWebRequest } from './web/toWebRequest.ts'

/** Answers a request under `/api`. @param to.bodyLimit bytes that the body may have */
export type PayloadApi = (
  request: IncomingMessage,
  to: { response: ServerResponse; bodyLimit: number },
) => Promise<void>

/**
 * Everything under `/api`: GraphQL by POST, all else Payload's REST API. Nothing passes through Next. There is no
 * playground and no GraphQL by GET: a link must not be able to run an operation.
 */
export function payloadApi(config: SanitizedConfig): PayloadApi {
  const graphql = GRAPHQL_POST(Promise.resolve(config))
  const graphqlPath = `${config.routes.api}${config.routes.graphQL}`
  const rest = async (request: Request) =>
    inWords(await handleEndpoints({ config, request }), { request, config })

  return async (request, { response, bodyLimit }) => {
    if (request.method === 'TRACE') {
      // What speaks fetch cannot even carry it.
      response.setHeader('allow', 'GET, HEAD, POST, PATCH, DELETE, OPTIONS')
      refuse(response, { status: 405, code: 'method', message: '不支持 TRACE。 / TRACE is not answered.' })
      return
    }
    const path = addressOf(request).split('?')[0]!.replace(/\/$/, '')
    if (path !== graphqlPath) return answer(rest, { request, response, bodyLimit })
    if (request.method === 'POST') return answer(graphql, { request, response, bodyLimit })
    if (request.method === 'OPTIONS') return answer(rest, { request, response, bodyLimit })
    response.setHeader('allow', 'POST, OPTIONS')
    const message = '请用 POST 发送 GraphQL 查询。 / GraphQL is asked by POST.'
    refuse(response, { status: 405, code: 'method', message })
  }
}

/** Payload's GraphQL throws, before it looks at a query, where its REST would answer 400. */
const unreadable = 'unreadable'

async function answer(
  handle: (request: Request) => Promise<Response>,
  asked: { request: IncomingMessage; response: ServerResponse; bodyLimit: number },
): Promise<void> {
  const { response, bodyLimit } = asked
  const { request, exceeded } = toWebRequest(asked.request, { response, bodyLimit })
  const answered = await handle(request).catch((error: unknown) => {
    if (exceeded()) return null
    if (error instanceof APIError && error.status === 400) return unreadable
    throw error
  })
  // Payload answers a body that was cut off as an error of its own; it is the client's.
  if (exceeded() || answered === null) {
    response.setHeader('connection', 'close')
    refuse(response, { status: 413, code: 'tooLarge', message: tooLarge(bodyLimit) })
    return
  }
  if (answered === unreadable) {
    const message = '请求内容无法读取：它必须是 JSON。 / The body cannot be read: it must be JSON.'
    refuse(response, { status: 400, code: 'badJson', message })
    return
  }
  await sendWebResponse(answered, response)
}
