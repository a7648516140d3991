import { createLocalReq, type Payload } from 'payload'

import { scriptJson } from '../core/feeds/index.ts'
import { feedName, feedsPath, sitemapPrefix, type FeedOf } from '../delivery/feeds/feedAddress.ts'
import { readNewsArticle } from '../delivery/feeds/readNinjs.ts'
import { publishedHouse, readPublished } from '../delivery/publishedHouse.ts'
import { optionsOf } from '../options.ts'

export { appearedAt, type Appearance } from '../core/feeds/index.ts'
export type { FeedOf } from '../delivery/feeds/feedAddress.ts'

/** A feed of a publication, for `link rel="alternate"` in pages of your own. */
export interface FeedLink {
  type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json'
  /** Path, beginning with a slash. */
  path: string
}

/** The feeds of a publication, or of a page name or author in it; none where `feeds` is off. */
export function feedLinks(payload: Payload, of: FeedOf): FeedLink[] {
  const { feeds } = optionsOf(payload)
  if (!feeds) return []
  const path = (format: string) => feedsPath(payload.config.routes.api, feeds) + feedName(of, format)
  return [
    { type: 'application/rss+xml', path: path('rss.xml') },
    { type: 'application/atom+xml', path: path('atom.xml') },
    { type: 'application/feed+json', path: path('feed.json') },
  ]
}

/** Where your server gives out feeds and sitemaps, and where the API has them: for its rewrites. Empty where feeds are off. */
export function feedRewrites(payload: Payload): { from: string; to: string; whole: boolean }[] {
  const { feeds } = optionsOf(payload)
  if (!feeds) return []
  const api = `${payload.config.routes.api}/feeds`
  return [
    { from: newsSitemapPath, to: `${api}/news-sitemap.xml`, whole: true },
    { from: sitemapIndexPath, to: `${api}/sitemap.xml`, whole: true },
    ...(feeds.path
      ? [
          { from: sitemapPrefix, to: `${api}/sitemap/months/`, whole: false },
          { from: `${feeds.path}/`, to: `${api}/`, whole: false },
        ]
      : []),
  ]
}

/** Where robots.txt and search engines find the news sitemap on a server that uses `feedRewrites`. */
export const newsSitemapPath = '/sitemap-news.xml'

/** The same of the list of all other sitemaps. */
export const sitemapIndexPath = '/sitemap.xml'

/**
 * The JSON-LD of a published article for a `script type="application/ld+json"` of a page: no text in it can end the
 * element. Null when the article is not published. From memory.
 * @param args.origin of the site, such as `https://paper.example`
 */
export async function newsArticleScript(
  payload: Payload,
  args: { article: string; origin: string },
): Promise<string | null> {
  const { slugs } = optionsOf(payload)
  const { serverURL, routes } = payload.config
  if (serverURL !== '' && serverURL.replace(/\/$/, '') === args.origin) {
    const url = `${routes.api}/${slugs.articles}/${encodeURIComponent(args.article)}/jsonld`
    const { status, body } = await readPublished<object>(payload, { url })
    return status === 200 ? scriptJson(body) : null
  }
  // Of another origin than the config's there is no address of the API: kept beside those answers, for as long as they hold.
  const key = `jsonld ${args.origin} ${args.article}`
  const { answer } = await publishedHouse(payload).reads.read(key, async () => {
    const req = await createLocalReq({}, payload)
    const told = await readNewsArticle({ req, slugs, id: args.article, origin: args.origin })
    return told ? Response.json(told) : new Response(null, { status: 404 })
  })
  return answer.status === 200 ? scriptJson(JSON.parse(answer.body.toString()) as object) : null
}
