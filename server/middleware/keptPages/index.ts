import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { publishedHouse } from '../../../src/exports/delivery.ts'
import { readPermalink } from '../../../src/exports/permalinks.ts'
import { watchBody } from '../../watchBody.ts'

/** Headers of a page that are kept with it; what is each request's own (its name, its security headers) is set anew. */
const keptHeaders = ['content-type', 'link', 'accept-ch', 'critical-ch']
/** What Next says of every page that it renders for a request. */
const ofEveryPage = [
  ['cache-control', 'private, no-cache, no-store, max-age=0, must-revalidate'],
  ['vary', 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch'],
] as const
/** What a browser that shows another page of the site asks with: the answers are not documents. */
const ofNavigation = ['rsc', 'next-router-prefetch', 'next-router-state-tree', 'next-action']

/**
 * Gives the pages that readers see from memory, beside the published reads that they are made of and for just as long as those hold.
 * Only whole pages answered 200, at the site's own addresses without a query, for clients without cookie or session. A page is made
 * with a nonce for its scripts; it is kept without it, and each answer gets the nonce of its own headers.
 */
export function keptPages(payload: Payload): RequestHandler {
  const { reads } = publishedHouse(payload)
  // No text can have it: it is made when the process starts, and is never sent.
  const slot = randomUUID()
  return (request, response, next) => {
    const key = keyOf(request)
    const nonce = String(response.locals.nonce ?? '')
    if (key === null || nonce === '') return next()
    const kept = reads.inMemory(key)
    if (kept) {
      const headers = kept.headers.map(([name, value]) => [name, value.replaceAll(slot, nonce)] as const)
      for (const [name, value] of [...headers, ...ofEveryPage]) response.setHeader(name, value)
      response.end(kept.body.toString().replaceAll(slot, nonce))
      return
    }
    const { generation } = reads
    watchBody(response, (body) => {
      if (!mayBeKept(response)) return
      const headers = new Headers(
        keptHeaders.flatMap((name): [string, string][] => {
          const value = response.getHeader(name)
          return value === undefined ? [] : [[name, String(value).replaceAll(nonce, slot)]]
        }),
      )
      const whole = Buffer.from(body.toString().replaceAll(nonce, slot))
      void reads.keep(key, { status: 200, headers, body: whole, generation })
    })
    next()
  }
}

/** Under which name a page is kept; null for everything that is no page of the site, asked for by nobody in particular. */
function keyOf(request: Request): string | null {
  const { method, headers, originalUrl, protocol } = request
  if (method !== 'GET' || headers.cookie !== undefined || headers.authorization !== undefined) return null
  if (ofNavigation.some((name) => headers[name] !== undefined)) return null
  return isSitePage(originalUrl) ? `page ${protocol}://${hostOf(request)}${originalUrl}` : null
}

function hostOf({ headers }: IncomingMessage): string {
  return headers.host?.toLowerCase() ?? ''
}

/** An allow-list of the addresses at which the site has pages that are the same for everybody. */
function isSitePage(url: string): boolean {
  if (url === '/' || readPermalink(url) !== null) return !url.includes('?')
  const [, slug = '', part, ...more] = url.split('/')
  if (!/^[a-z0-9-]+$/.test(slug) || slug === 'admin' || slug === 'search' || slug === 'preview') return false
  if (part === undefined) return true
  if (part === 'calendar') return more.length === 0 || (more.length === 1 && /^\d{4}$/.test(more[0]!))
  return part === 'authors' && more.length === 1 && /^[A-Za-z0-9-]+$/.test(more[0]!)
}

function mayBeKept(response: Response): boolean {
  return (
    response.statusCode === 200 &&
    response.getHeader('set-cookie') === undefined &&
    /^text\/html\b/.test(String(response.getHeader('content-type')))
  )
}
