import { createLocalReq, type Payload } from 'payload'

import { scriptJson } from '../core/feeds/index.ts'
import { readNewsArticle } from '../delivery/feeds/readNinjs.ts'
import { optionsOf } from '../options.ts'

/** A feed of a publication, for `link rel="alternate"` in pages of your own. */
export interface FeedLink {
  type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json'
  /** Path, beginning with a slash. */
  path: string
}

/** The feeds of a publication, or of a page name or author in it; none where `feeds` is off. */
export function feedLinks(
  payload: Payload,
  of: { publication: string; page?: string; author?: string },
): FeedLink[] {
  if (!optionsOf(payload).feeds) return []
  const part =
    of.page !== undefined
      ? `pages/${encodeURIComponent(of.page)}/`
      : of.author !== undefined
        ? `authors/${encodeURIComponent(of.author)}/`
        : ''
  const base = `${payload.config.routes.api}/feeds/${encodeURIComponent(of.publication)}/${part}`
  return [
    { type: 'application/rss+xml', path: `${base}rss.xml` },
    { type: 'application/atom+xml', path: `${base}atom.xml` },
    { type: 'application/feed+json', path: `${base}feed.json` },
  ]
}

/**
 * The JSON-LD of a published article for a `script type="application/ld+json"` of a page: no text in it can end the
 * element. Null when the article is not published.
 * @param args.origin of the site, such as `https://paper.example`
 */
export async function newsArticleScript(
  payload: Payload,
  args: { article: string; origin: string },
): Promise<string | null> {
  const req = await createLocalReq({}, payload)
  const { slugs } = optionsOf(payload)
  const told = await readNewsArticle({ req, slugs, id: args.article, origin: args.origin })
  return told && scriptJson(told)
}
