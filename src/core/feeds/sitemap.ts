import { element, joined, optional, xmlDocument } from './xml.ts'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A page that search engines may look at. */
export interface SitemapEntry {
  url: string
  /** ISO 8601 in UTC; null where it is not known. */
  updated: string | null
}

/** A sitemap: https://www.sitemaps.org/protocol.html. It may have 50,000 entries. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, updated }) =>
    element('url', {}, element('loc', {}, url), optional('lastmod', updated)),
  )
  return xmlDocument(element('urlset', { xmlns }, joined(urls)))
}

/** The list of all sitemaps, by their absolute addresses. */
export function sitemapIndex(sitemaps: readonly string[]): string {
  const named = sitemaps.map((address) => element('sitemap', {}, element('loc', {}, address)))
  return xmlDocument(element('sitemapindex', { xmlns }, joined(named)))
}
