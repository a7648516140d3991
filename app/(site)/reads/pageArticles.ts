import { readArticle, type ReadableArticle } from './article.ts'
import type { IssuePage } from './types.ts'

/**
 * What stands on a page, in full, by ids: headlines are shown with how the texts begin. The reader's next page is one of them, and
 * then it is in memory.
 */
export async function readPageArticles({ articles }: IssuePage): Promise<Map<string, ReadableArticle>> {
  const ids = [...new Set(articles.flatMap(({ article }) => (article ? [article.id] : [])))]
  const reads = await Promise.all(ids.map(readArticle))
  return new Map(
    reads.flatMap((read) => (read.status === 'found' ? [[read.article.id, read.article] as const] : [])),
  )
}
