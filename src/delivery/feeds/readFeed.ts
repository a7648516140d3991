import type { PayloadRequest } from 'payload'

import { feedItemOf, type Feed } from '../../core/feeds/index.ts'
import type { Slugs } from '../../options.ts'
import { feedWords } from '../../translations/feeds.ts'
import { fill } from '../../translations/index.ts'
import { findPublication } from '../publishedIssues.ts'
import { feedArticles, type FeedScope } from './feedArticles.ts'

/** Nobody's own: the feed of a publication in which nothing was published yet. */
const beginning = '1970-01-01T00:00:00.000Z'

export interface FeedAsked {
  req: PayloadRequest
  slugs: Slugs
  /** Slug of the publication. */
  publication: string
  scope: FeedScope
  /** Of the site, without a slash at its end. */
  origin: string
  /** Address of the feed itself. */
  self: string
  content: 'full' | 'summary'
}

/** A feed of what is published; null when there is no such publication, or neither page name nor author of that kind in it. */
export async function readFeed(asked: FeedAsked): Promise<Feed | null> {
  const { req, slugs, scope, origin, self, content } = asked
  const publication = await findPublication(asked, asked.publication)
  if (!publication) return null
  const words = feedWords(publication.language)
  const source = { payload: req.payload, slugs, req }
  const articles = await feedArticles(source, { publication: publication.id, scope })
  if (!articles) return null
  const home = `${origin}/${publication.slug}`
  const author =
    scope.of === 'author'
      ? articles.flatMap((article) => article.authors).find(({ id }) => id === scope.id)
      : undefined
  // Who has nothing published is not told apart from who is not there.
  if (scope.of === 'author' && !author) return null
  const items = articles.flatMap((article) => feedItemOf(article, { origin, words, content }) ?? [])
  const part = scope.of === 'page' ? scope.name : author?.name
  return {
    title: part === undefined ? publication.name : `${publication.name} · ${part}`,
    description: fill(words.description, { publication: publication.name }),
    language: publication.language ?? 'zh',
    url: author ? `${home}/authors/${encodeURIComponent(author.id)}` : home,
    self,
    updated: items.reduce((last, { updated }) => (updated > last ? updated : last), beginning),
    items,
  }
}
