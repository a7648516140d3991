import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { type HealthAnswer, healthAnswers } from '../delivery/healthAnswers.ts'
import { addressOf } from './published/addressOf.ts'

/**
 * Answers `/healthz` and `/readyz`.
 * @returns false when the request is for something else; otherwise the answer is on its way
 */
export function health(
  payload: Payload,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> | false {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const name = addressOf(request).split('?')[0]!.slice(1)
    if (!Object.hasOwn(healthAnswers, name)) return false
    return answer(healthAnswers[name as keyof typeof healthAnswers](payload), response)
  }
}

async function answer(asked: Promise<HealthAnswer>, response: ServerResponse): Promise<void> {
  const { status, body } = await asked
  const bytes = Buffer.from(JSON.stringify(body))
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('content-length', bytes.length)
  response.setHeader('cache-control', 'no-store')
  if (response.req.method === 'HEAD') response.end()
  else response.end(bytes)
}
