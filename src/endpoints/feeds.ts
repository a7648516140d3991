import type { Config, Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import { atom, jsonFeed, newsSitemap, rss, type Feed } from '../core/feeds/index.ts'
import { feedName, feedsPath } from '../delivery/feeds/feedAddress.ts'
import type { FeedScope } from '../delivery/feeds/feedArticles.ts'
import { readFeed } from '../delivery/feeds/readFeed.ts'
import { readNewsSitemap } from '../delivery/feeds/readNewsSitemap.ts'
import { publishedRead } from '../delivery/publicRoutes.ts'
import { readWhole } from '../delivery/readWhole.ts'
import { optionsOf, type ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { placeOf } from './places.ts'

type Made = { type: string; make: (feed: Feed) => string }

/** Feeds by the last part of their addresses. */
const formats: Readonly<Record<string, Made>> = {
  'rss.xml': { type: 'application/rss+xml', make: rss },
  'atom.xml': { type: 'application/atom+xml', make: atom },
  'feed.json': { type: 'application/feed+json', make: (feed) => JSON.stringify(jsonFeed(feed)) },
}

/** Feeds of a publication, of a page name and of an author in it, and the news sitemap of the whole house. */
export function feedEndpoints(options: ResolvedOptions, config: Pick<Config, 'serverURL'>): Endpoint[] {
  const scopes: [path: string, scopeOf: (req: PayloadRequest) => FeedScope][] = [
    ['/feeds/:publication/:format', () => ({ of: 'publication' })],
    ['/feeds/:publication/pages/:page/:format', (req) => ({ of: 'page', name: param(req, 'page') })],
    ['/feeds/:publication/authors/:author/:format', (req) => ({ of: 'author', id: param(req, 'author') })],
  ]
  return [
    // It depends on the time of day, and so is not kept.
    {
      path: '/feeds/news-sitemap.xml',
      method: 'get',
      handler: keptByNobody(readWhole((req) => sitemap(options, req))),
    },
    ...scopes.map(([path, scopeOf]) =>
      sameForAll(config, { path, handler: (req) => feed(options, { req, scope: scopeOf(req) }) }),
    ),
  ]
}

/** Absolute addresses need an origin: without one of the config it is the asker's, and the answer is not for all. */
export function sameForAll(
  { serverURL }: Pick<Config, 'serverURL'>,
  endpoint: Pick<Endpoint, 'path' | 'handler'>,
): Endpoint {
  return serverURL
    ? publishedRead(endpoint)
    : { ...endpoint, method: 'get', handler: keptByNobody(readWhole(endpoint.handler)) }
}

/** What no memory of ours keeps is asked for anew each time all the same, by whoever stands in between: it may be withdrawn. */
function keptByNobody(handler: PayloadHandler): PayloadHandler {
  return async (req) => {
    const response = await handler(req)
    response.headers.set('cache-control', optionsOf(req.payload).delivery.cacheControl)
    return response
  }
}

async function feed(
  { slugs, feeds }: ResolvedOptions,
  { req, scope }: { req: PayloadRequest; scope: FeedScope },
): Promise<Response> {
  const format = param(req, 'format')
  const made = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (!made || !feeds) {
    throw new Refusal(req, {
      code: 'feedFormat',
      status: 404,
      params: { formats: Object.keys(formats).join(', ') },
    })
  }
  const { origin, api } = placeOf(req)
  const publication = param(req, 'publication')
  const of = {
    publication,
    page: scope.of === 'page' ? scope.name : undefined,
    author: scope.of === 'author' ? scope.id : undefined,
  }
  const self = origin + feedsPath(api, feeds) + feedName(of, format)
  const found = await readFeed({ req, slugs, publication, scope, origin, self, content: feeds.content })
  if (!found) throw new Refusal(req, { code: 'feedNotFound', status: 404 })
  return new Response(made.make(found), { headers: { 'content-type': `${made.type}; charset=utf-8` } })
}

async function sitemap({ slugs }: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const entries = await readNewsSitemap({
    req,
    slugs,
    origin: placeOf(req).origin,
    now: new Date().toISOString(),
  })
  return new Response(newsSitemap(entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}

function param(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name] ?? '')
}
