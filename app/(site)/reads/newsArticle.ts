import config from '@payload-config'
import { getPayload } from 'payload'
import { newsArticleScript } from '../../../src/exports/feeds.ts'
import { siteOrigin } from './origin.ts'

/** What search engines are told of an article, as JSON that no text in it can end; null when it is not published. */
export async function readNewsArticle(article: string): Promise<string | null> {
  return newsArticleScript(await getPayload({ config }), { article, origin: await siteOrigin() })
}
