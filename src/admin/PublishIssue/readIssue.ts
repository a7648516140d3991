import type { Stage } from '../../core/workflow/index.ts'
import type { Slugs } from '../../options.ts'
import { request } from '../articleWorkflow/request.ts'

/** An article that stands in the issue. */
export interface ArticleOfIssue {
  id: string
  title: string | null
  stage: Stage
}

/** The articles placed in an issue and how far they have come; null when that could not be read. */
export async function readIssue(args: {
  api: string
  slugs: Slugs
  issue: string
  language: string
}): Promise<ArticleOfIssue[] | null> {
  const { api, slugs, issue, language } = args
  const placements = await request<{ docs: { article: string }[] }>(
    `${api}/${slugs.placements}?where[issue][equals]=${issue}&depth=0&limit=0&select[article]=true`,
    { language },
  )
  if (!placements.ok) return null
  const ids = [...new Set(placements.body.docs.map(({ article }) => article))]
  const articles: ArticleOfIssue[] = []
  for (let first = 0; first < ids.length; first += atOnce) {
    const some = ids.slice(first, first + atOnce).join(',')
    const found = await request<{ docs: ArticleOfIssue[] }>(
      `${api}/${slugs.articles}?draft=true&where[id][in]=${some}&depth=0&limit=0&select[title]=true&select[stage]=true`,
      { language },
    )
    if (!found.ok) return null
    articles.push(...found.body.docs)
  }
  return articles
}

/** Ids in one address: 13 characters each, well below what servers take. */
const atOnce = 200
