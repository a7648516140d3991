import type { Feed } from './feedItem.ts'
import { element, joined, optional, xmlDocument } from './xml.ts'

/** Atom (RFC 4287). An entry's id is its permalink; `updated` moves when the article is corrected. */
export function atom(feed: Feed): string {
  const entries = feed.items.map((item) =>
    element(
      'entry',
      {},
      element('id', {}, item.url),
      element('title', {}, item.title),
      element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
      element('published', {}, item.published),
      element('updated', {}, item.updated),
      joined(item.authors.map((name) => element('author', {}, element('name', {}, name)))),
      joined(item.categories.map((name) => element('category', { term: name }))),
      optional('summary', item.summary),
      item.html === '' ? null : element('content', { type: 'html' }, item.html),
    ),
  )
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.self),
      element('title', {}, feed.title),
      optional('subtitle', feed.description),
      element('updated', {}, feed.updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.url }),
      // Whoever has no author of their own is the newspaper's.
      element('author', {}, element('name', {}, feed.title)),
      joined(entries),
    ),
  )
}
