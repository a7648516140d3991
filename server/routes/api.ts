import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { type RequestHandler, Router } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { tooLarge } from '../middleware/bodyLimit/index.ts'
import { refuse } from '../web/refuse.ts'
import { sendWebResponse } from '../web/sendWebResponse.ts'
import { toWebRequest } from '../web/toWebRequest.ts'

type Handler = (request: Request) => Promise<Response>

/**
 * Everything under `/api`: GraphQL by POST, all else Payload's REST API. Nothing passes through Next. There is no
 * playground and no GraphQL by GET: a link must not be able to run an operation.
 */
export function api(config: SanitizedConfig): Router {
  const router = Router({ caseSensitive: true })
  const graphql = GRAPHQL_POST(Promise.resolve(config))

  router.all('/graphql', (request, response, next) => {
    if (request.method === 'POST' || request.method === 'OPTIONS') return next()
    response.setHeader('allow', 'POST, OPTIONS')
    refuse(response, { status: 405, code: 'method', message: 'GraphQL is asked by POST.' })
  })
  router.post('/graphql', answerWith(graphql))
  router.use(answerWith((request) => handleEndpoints({ config, request })))
  return router
}

function answerWith(handle: Handler): RequestHandler {
  return async (source, response) => {
    const { request, exceeded } = toWebRequest(source, response)
    const answer = await handle(request).catch((error: unknown) => {
      if (exceeded()) return null
      throw error
    })
    // Payload answers a body that was cut off as an error of its own; it is the client's.
    if (exceeded() || answer === null) {
      response.setHeader('connection', 'close')
      refuse(response, {
        status: 413,
        code: 'tooLarge',
        message: tooLarge(Number(response.locals.bodyLimit)),
      })
      return
    }
    await sendWebResponse(answer, response)
  }
}
