import type { RequestHandler } from 'express'
import { refuse } from '../../../src/exports/server.ts'

/**
 * Refuses a request whose path is not in its normal form (`/a/../b`, an absolute address, `*`). Limits and routes
 * are chosen by path here and by the parsed address in Payload and Next; this keeps the two the same. Nor does a path pass
 * whose percent signs spell no text: Payload would fail on it.
 */
export function requestPath(): RequestHandler {
  return (request, response, next) => {
    const path = request.url.split('?')[0] ?? ''
    if (path.startsWith('/') && isNormal(path)) return next()
    refuse(response, {
      status: 400,
      code: 'path',
      message: 'The path of this address is not in normal form.',
    })
  }
}

function isNormal(path: string): boolean {
  const address = `http://localhost${path}`
  return URL.canParse(address) && new URL(address).pathname === path && isText(path)
}

function isText(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
