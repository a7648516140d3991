import { isDeepStrictEqual } from 'node:util'
import type { SanitizedConfig } from 'payload'

import { optionsOf } from '../options.ts'

/**
 * Payload (3.90.2) answers an address at which its API has nothing in English alone, and not as it tells other errors. Such an answer
 * is told like those, in Chinese and English, with what to do; every other one stays as it is.
 */
export async function inWords(
  answer: Response,
  { request, config }: { request: Request; config: SanitizedConfig },
): Promise<Response> {
  if (answer.status !== 404 || !answer.headers.get('content-type')?.startsWith('application/json'))
    return answer
  const { pathname } = new URL(request.url)
  const path = pathname.replace(/(.)\/$/, '$1')
  const body: unknown = await answer.clone().json()
  // The whole answer, as Payload gives it where it knows no endpoint: no endpoint's own.
  if (!isDeepStrictEqual(body, { message: `Route not found "${path}"` })) return answer
  const { method } = request
  const known = `${config.routes.api}/${optionsOf({ config }).slugs.articles}`
  const message =
    `没有可用 ${method} 访问的 API 地址“${path}”。请核对地址和方法：列表如 ${known}，其余见文档。 / ` +
    `The API has nothing at “${path}” for ${method}. Check address and method: a list is ${known}, the documentation has the others.`
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const errors = [{ message, data: { code: 'noSuchAddress', params: { path, method } } }]
  return Response.json({ errors }, { status: 404, headers })
}
