import type { Config, Endpoint, PayloadRequest } from 'payload'

import { sitemap, sitemapIndex } from '../core/feeds/index.ts'
import { sitemapPath } from '../delivery/feeds/feedAddress.ts'
import { readSitemap, readSitemapMonths } from '../delivery/feeds/readSitemap.ts'
import type { ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sameForAll } from './feeds.ts'
import { placeOf } from './places.ts'

/** Sitemaps of everything that appeared, one for each month of a newspaper, and the list of them. */
export function sitemapEndpoints(options: ResolvedOptions, config: Pick<Config, 'serverURL'>): Endpoint[] {
  return [
    sameForAll(config, { path: '/feeds/sitemap.xml', handler: (req) => index(options, req) }),
    sameForAll(config, { path: '/feeds/sitemap/months/:name', handler: (req) => month(options, req) }),
  ]
}

async function index({ slugs, feeds }: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const { origin, api } = placeOf(req)
  const months = await readSitemapMonths({ req, slugs })
  return xml(sitemapIndex(months.map((one) => origin + sitemapPath(api, feeds, one))))
}

async function month({ slugs }: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const name = String(req.routeParams?.name ?? '')
  const [, publication = '', of = ''] = /^([a-z0-9-]+)-(\d{4}-\d\d)\.xml$/.exec(name) ?? []
  const entries = await readSitemap({ req, slugs, publication, month: of, origin: placeOf(req).origin })
  if (!entries) throw new Refusal(req, { code: 'sitemapNotFound', status: 404 })
  return xml(sitemap(entries))
}

function xml(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
