import type { RequestHandler } from 'express'
import { refuse } from '../../../src/exports/server.ts'

/**
 * Refuses a request whose path is not in its normal form (`/a/../b`, an absolute address, `*`), or says no text (`/%E4%B`).
 * Limits and routes are chosen by path here and by the parsed address in Payload and Next; this keeps the two the same.
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

/** Whether its escapes make characters; Next answers others with an error of its own. */
function isText(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
