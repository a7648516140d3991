import { nameOf, readArticle } from './article.ts'
import { readingOrder } from './contents.ts'
import type { ArticleCard, Contents } from './types.ts'

/**
 * What to call an article in a list: its headline, its kicker, or, of one that was printed without either, how its text begins, as
 * far as that is known. @param names of `readUntitled`
 */
export function titleOf(
  { id, headline, kicker }: ArticleCard,
  names: ReadonlyMap<string, string>,
): string | undefined {
  return headline ?? kicker ?? names.get(id)
}

/** How the texts begin that stand without a headline beside an article: on its page, before it and after it. By their ids. */
export async function readUntitled(contents: Contents, id: string): Promise<Map<string, string>> {
  const order = readingOrder(contents)
  const here = order.findIndex(({ articleId }) => articleId === id)
  const page = contents.pages.find(({ articles }) => articles.some(({ articleId }) => articleId === id))
  const beside = [...(page?.articles ?? []), order[here - 1], order[here + 1]]
  const untitled = beside.flatMap((entry) =>
    entry?.article && !entry.article.headline && !entry.article.kicker ? [entry.articleId] : [],
  )
  const reads = await Promise.all([...new Set(untitled)].map(readArticle))
  return new Map(
    reads.flatMap((read) => {
      const name = read.status === 'found' ? nameOf(read.article) : ''
      return read.status === 'found' && name !== '' ? [[read.article.id, name] as const] : []
    }),
  )
}
