import type { RequestHandler } from 'express'
import { isNormalPath, refuse } from '../../../src/exports/server.ts'

/**
 * Refuses a request whose path is not in its normal form (`/a/../b`, an absolute address, `*`). Limits and routes
 * are chosen by path here and by the parsed address in Payload and Next; this keeps the two the same. Nor does a path pass
 * whose percent signs spell no text: Payload would fail on it.
 */
export function requestPath(): RequestHandler {
  return (request, response, next) => {
    const path = request.url.split('?')[0] ?? ''
    if (isNormalPath(path)) return next()
    refuse(response, {
      status: 400,
      code: 'path',
      message: '地址中的路径不规范。 / The path of this address is not in normal form.',
    })
  }
}
