import { element, joined, xmlDocument } from './xml.ts'

/** An article of the last two days. */
export interface NewsSitemapEntry {
  url: string
  title: string
  publication: { name: string; language: string }
  /** ISO 8601 in UTC. */
  published: string
  updated: string
}

/** At most so many are allowed. */
export const mostSitemapEntries = 1000

/** A news sitemap: https://www.google.com/schemas/sitemap-news/0.9. */
export function newsSitemap(entries: readonly NewsSitemapEntry[]): string {
  const urls = entries
    .slice(0, mostSitemapEntries)
    .map(({ url, title, publication, published, updated }) =>
      element(
        'url',
        {},
        element('loc', {}, url),
        element('lastmod', {}, updated),
        element(
          'news:news',
          {},
          element(
            'news:publication',
            {},
            element('news:name', {}, publication.name),
            element('news:language', {}, languageCode(publication.language)),
          ),
          element('news:publication_date', {}, published),
          element('news:title', {}, title),
        ),
      ),
    )
  return xmlDocument(
    element(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      joined(urls),
    ),
  )
}

/** Two letters, but for Chinese, which is told apart by its characters. */
function languageCode(language: string): string {
  const code = language.toLowerCase()
  if (code === 'zh' || code.startsWith('zh-cn') || code.startsWith('zh-hans')) return 'zh-cn'
  if (code.startsWith('zh-tw') || code.startsWith('zh-hant')) return 'zh-tw'
  return code.slice(0, 2)
}
