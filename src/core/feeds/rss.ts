import type { Feed } from './feedItem.ts'
import { element, escapeText, joined, optional, xmlDocument } from './xml.ts'

/** RSS 2.0, with the whole text (content), authors (dc) and, because RSS has no word for it, `atom:updated`. */
export function rss(feed: Feed): string {
  const items = feed.items.map((item) =>
    element(
      'item',
      {},
      element('title', {}, item.title),
      element('link', {}, item.url),
      element('guid', { isPermaLink: 'true' }, item.url),
      element('pubDate', {}, rfc822(item.published)),
      element('atom:updated', {}, item.updated),
      joined(item.authors.map((name) => element('dc:creator', {}, name))),
      joined(item.categories.map((name) => element('category', {}, name))),
      // Readers take it for HTML: as plain text a `<` would begin a tag.
      optional('description', escapeText(item.summary)),
      optional('content:encoded', item.html),
    ),
  )
  const channel = element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.url),
    element('description', {}, feed.description),
    element('language', {}, feed.language),
    // Of an empty feed nothing was ever built.
    feed.items.length > 0 ? element('lastBuildDate', {}, rfc822(feed.updated)) : null,
    element('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
    joined(items),
  )
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      channel,
    ),
  )
}

/** RFC 822 with a four-digit year, as RSS has it: `Thu, 24 Oct 2024 00:00:00 GMT`. */
function rfc822(moment: string): string {
  return new Date(moment).toUTCString()
}
