import config from '@payload-config'
import type { Metadata } from 'next'
import { getPayload } from 'payload'
import { feedLinks, type FeedOf } from '../../../src/exports/feeds.ts'
import { printedDay } from '../days.ts'
import { editionName } from './contents.ts'
import { siteOrigin } from './origin.ts'
import type { Contents, Publication } from './types.ts'

/** What a page says of itself to browsers, search engines and readers' programs. */
export interface Described {
  publication: Publication
  title: string
  description?: string | undefined
  /** Its one address, without the origin. */
  path: string
  /** Which feed it is the page of; the whole newspaper's where it does not say. */
  feed?: Omit<FeedOf, 'publication'>
  article?: {
    published: string | null
    modified: string | null
    authors: string[]
    image: string | undefined
  }
}

/** Title, canonical address, feeds and Open Graph of a page of a newspaper. */
export async function describePage(page: Described): Promise<Metadata> {
  const { publication, title, description, path, article } = page
  const given = description ? { description } : {}
  return {
    ...given,
    title,
    metadataBase: new URL(await siteOrigin()),
    alternates: { canonical: path, types: await feedsOf(page) },
    openGraph: {
      ...given,
      ...{ title, url: path, siteName: publication.name },
      locale: publication.language?.startsWith('en') ? 'en' : 'zh_CN',
      ...(article
        ? {
            type: 'article',
            ...(article.published ? { publishedTime: article.published } : {}),
            ...(article.modified ? { modifiedTime: article.modified } : {}),
            authors: article.authors,
            ...(article.image ? { images: [article.image] } : {}),
          }
        : { type: 'website' }),
    },
  }
}

/** Where the RSS feed is that a page offers to people; null where there are none. */
export async function feedAddress(of: FeedOf): Promise<string | null> {
  return feedLinks(await getPayload({ config }), of)[0]?.path ?? null
}

/** By their types, as `link rel="alternate"` names them. */
async function feedsOf({
  publication,
  title,
  feed,
}: Described): Promise<Record<string, { url: string; title: string }[]>> {
  const links = feedLinks(await getPayload({ config }), { publication: publication.slug, ...feed })
  return Object.fromEntries(
    links.map(({ type, path }) => [type, [{ url: path, title: feed ? title : publication.name }]]),
  )
}

/** What titles call an issue: its newspaper, its day, and which edition of the day where it is not the main one. */
export function issueTitle({ publication, issue }: Pick<Contents, 'publication' | 'issue'>): string {
  const day = printedDay(issue.date, publication.language)
  return [publication.name, day, editionName(issue.edition)].filter(Boolean).join(' ')
}
