import type { RequestHandler } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'

/**
 * Gives the page of a signed link the status that the API gives the link: 404 for one that opens nothing, 410 for one that has
 * expired, whatever the pages behind make of it. The page shows the words. Nobody may keep or index it.
 */
export function preview(config: SanitizedConfig): RequestHandler {
  return async (request, response, next) => {
    const token = /^\/preview\/([^/]+)\/?$/.exec(request.path)?.[1]
    if (token === undefined || !['GET', 'HEAD'].includes(request.method)) return next()
    const asked = new Request(`http://localhost${config.routes.api}/preview/${token}`)
    const { status } = await handleEndpoints({ config, request: asked })
    response.status(status)
    response.setHeader('cache-control', 'private, no-store')
    response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive')
    next()
  }
}
