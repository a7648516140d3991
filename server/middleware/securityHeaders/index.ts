import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import { randomBytes } from 'node:crypto'
import helmet from 'helmet'

export interface SecurityHeadersOptions {
  /** Next's hot reload evaluates strings and speaks WebSocket. */
  dev: boolean
  /** Readers come by https, so browsers may be told to stay with it. */
  https: boolean
}

/**
 * The headers that tell a browser what a page may do. Pages: scripts of this server only, by a nonce that Next
 * puts into its own tags; nothing from, and nothing to, any other host. API answers may do nothing at
 * all when opened as a document, and may be embedded anywhere, because other sites show our pictures.
 */
export function securityHeaders({ dev, https }: SecurityHeadersOptions): RequestHandler {
  const common = {
    // 'no-referrer' would make browsers send forms with 'Origin: null', which the checks against forged requests refuse.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  } as const
  const scripts = (_request: IncomingMessage, response: ServerResponse) =>
    `'nonce-${(response as Response).locals.nonce}'`

  const pages = helmet({
    ...common,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'self'"],
        'form-action': ["'self'"],
        'script-src': ["'self'", scripts, ...(dev ? ["'unsafe-eval'"] : [])],
        // The admin's select boxes and editor write style attributes and style elements as they run.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'media-src': ["'self'", 'blob:'],
        'frame-src': ["'self'", 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", ...(dev ? ['ws:', 'wss:'] : [])],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
  })
  const api = helmet({
    ...common,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], sandbox: [] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })

  return (request, response, next) => {
    if (request.path === '/api' || request.path.startsWith('/api/')) return api(request, response, next)

    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    // Next reads the nonce for its script tags from the request; what a client sent there is dropped.
    request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
    delete request.headers['content-security-policy-report-only']
    pages(request, response, next)
  }
}
