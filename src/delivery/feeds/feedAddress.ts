import type { ResolvedOptions } from '../../options.ts'

/** Which feed of a publication: of all of it, of a page name, or of an author. */
export interface FeedOf {
  /** Slug of the publication. */
  publication: string
  page?: string | undefined
  author?: string | undefined
}

/** Where feeds are: under the API, or where the app's server gives them out. Without a slash at the end. */
export function feedsPath(api: string, feeds: ResolvedOptions['feeds']): string {
  return (feeds && feeds.path) || `${api}/feeds`
}

/** The part of a feed's address behind `feedsPath`. @param format such as `rss.xml` */
export function feedName({ publication, page, author }: FeedOf, format: string): string {
  const part =
    page !== undefined
      ? `pages/${encodeURIComponent(page)}/`
      : author !== undefined
        ? `authors/${encodeURIComponent(author)}/`
        : ''
  return `/${encodeURIComponent(publication)}/${part}${format}`
}

/** Where the sitemap of a month is: at the root where the app's server gives feeds out, for it may speak of what is beside and below it. */
export function sitemapPath(
  api: string,
  feeds: ResolvedOptions['feeds'],
  { publication, month }: { publication: string; month: string },
): string {
  return `${feeds && feeds.path ? sitemapPrefix : `${api}/feeds/sitemap/months/`}${publication}-${month}.xml`
}

/** Begins the addresses of the sitemaps of months; no newspaper's address may begin so. */
export const sitemapPrefix = '/sitemap-'
