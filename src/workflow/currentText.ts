import type { PayloadRequest } from 'payload'

import { canonicalContent, canonicalText, type ArticleContent } from '../core/text/index.ts'
import { sha256 } from '../database/sha256.ts'
import type { Slugs } from '../options.ts'

/** An article as it is being worked on: its latest draft, with relations as ids. */
export type ArticleRow = ArticleContent & { id: string; publication: string; slip?: string } & Record<
    string,
    unknown
  >

/** The latest draft of an article as the adapter keeps it; null when there is no such article. */
export async function latestDraft(args: {
  slugs: Slugs
  req: PayloadRequest
  id: string
}): Promise<ArticleRow | null> {
  const { slugs, req, id } = args
  const { docs } = await req.payload.db.queryDrafts<ArticleRow>({
    collection: slugs.articles,
    where: { parent: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

/** The latest drafts of many articles, likewise; of those that are not there, none. */
export async function draftsOf(args: {
  slugs: Slugs
  req: PayloadRequest
  ids: readonly string[]
}): Promise<ArticleRow[]> {
  const { slugs, req, ids } = args
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.queryDrafts<ArticleRow>({
    ...{ collection: slugs.articles, where: { parent: { in: [...ids] } }, limit: 0, pagination: false },
    ...{ joins: false, req },
  })
  return docs
}

/** What an approval of this text approves, and its hash. */
export function approvable(article: ArticleContent): { canonical: string; hash: string } {
  const canonical = canonicalText(canonicalContent(article))
  return { canonical, hash: sha256(canonical) }
}
