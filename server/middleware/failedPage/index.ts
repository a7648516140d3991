import type { RequestHandler } from 'express'
import { failedHtml } from './failedHtml.ts'

/**
 * Puts words in the place of a page that could not be made. Next's own answer to an error is a blank document that its scripts fill in
 * English; this one is whole, in both languages, and needs neither scripts nor the database. The admin has its own.
 */
export function failedPage(): RequestHandler {
  return (request, response, next) => {
    const { method, headers, path } = request
    const isDocument = (method === 'GET' || method === 'HEAD') && headers.rsc === undefined
    if (!isDocument || /^\/(admin|_next)(\/|$)/.test(path)) return next()
    const write = response.write.bind(response) as (...args: unknown[]) => boolean
    const end = response.end.bind(response) as (...args: unknown[]) => typeof response
    const flushHeaders = response.flushHeaders.bind(response)
    const failed = () => !response.headersSent && response.statusCode >= 500
    Object.assign(response, {
      flushHeaders: () => void (failed() || flushHeaders()),
      write: (...args: unknown[]) => failed() || write(...args),
      end: (...args: unknown[]) => {
        if (!failed()) return end(...args)
        for (const name of ['link', 'content-length', 'etag']) response.removeHeader(name)
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.setHeader('cache-control', 'no-store')
        response.setHeader('retry-after', '30')
        return end(failedHtml(String(response.getHeader('x-request-id') ?? '')))
      },
    })
    next()
  }
}
