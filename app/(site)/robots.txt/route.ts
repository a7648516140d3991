import config from '@payload-config'
import { getPayload } from 'payload'
import { feedRewrites, newsSitemapPath, sitemapIndexPath } from '../../../src/exports/feeds.ts'
import { siteOrigin } from '../reads/origin.ts'

// It names the site, which is known when it is asked.
export const dynamic = 'force-dynamic'

/** What search engines may look at, and where the newest and everything is listed. */
export async function GET(): Promise<Response> {
  const hasFeeds = feedRewrites(await getPayload({ config })).length > 0
  const origin = await siteOrigin()
  const lines = [
    'User-agent: *',
    // Search results are many ways to the same articles.
    ...['/admin', '/preview/', '/search'].map((path) => `Disallow: ${path}`),
    ...(hasFeeds
      ? ['', ...[newsSitemapPath, sitemapIndexPath].map((path) => `Sitemap: ${origin}${path}`)]
      : []),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
