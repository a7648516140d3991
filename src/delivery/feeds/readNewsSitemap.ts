import type { PayloadRequest } from 'payload'

import { feedItemOf, mostSitemapEntries, type NewsSitemapEntry } from '../../core/feeds/index.ts'
import type { Slugs } from '../../options.ts'
import { feedWords } from '../../translations/feeds.ts'
import { loadPublicArticles } from '../articles/loadPublicArticles.ts'
import { publicArticle, publishedRows } from '../publishedRows.ts'

const twoDays = 48 * 60 * 60 * 1000
/** Articles read at once. */
const batch = 200

/** What was first published in the two days before now, of all publications, the newest first. */
export async function readNewsSitemap(args: {
  req: PayloadRequest
  slugs: Slugs
  origin: string
  /** ISO 8601 in UTC. */
  now: string
}): Promise<NewsSitemapEntry[]> {
  const { req, slugs, origin, now } = args
  const since = new Date(Date.parse(now) - twoDays).toISOString()
  // Two days since it was published, two more for a paper that is published late, and one for where on earth its day begins.
  const firstDay = new Date(Date.parse(now) - 2.5 * twoDays).toISOString()
  const docs = await publishedRows(req, {
    ...{
      collection: slugs.articles,
      sort: '-publishedAt',
      limit: mostSitemapEntries,
      fields: ['publishedAt'],
    },
    where: {
      and: [
        // What an archive brings in is published now as well, and would drive the news out.
        { printedOn: { greater_than: firstDay } },
        { publishedAt: { greater_than: since } },
        publicArticle,
      ],
    },
  })
  const entries: NewsSitemapEntry[] = []
  for (let at = 0; at < docs.length; at += batch) {
    const ids = docs.slice(at, at + batch).map(({ id }) => String(id))
    for (const article of await loadPublicArticles({ payload: req.payload, slugs, req }, ids)) {
      const { name, language } = article.publication
      const words = feedWords(language)
      const item = feedItemOf(article, { origin, words, content: 'summary' })
      if (!item) continue
      const { url, title, published, updated } = item
      // What an archive brings in is printed news, but old news.
      if (published < since) continue
      entries.push({ url, title, published, updated, publication: { name, language } })
    }
  }
  return entries
}
