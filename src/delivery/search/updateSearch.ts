import type { CollectionAfterChangeHook, PayloadRequest, Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import { searchEntryOf } from '../../core/search/index.ts'
import { searchStore } from '../../database/search/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { OnPublicChange, Slugs } from '../../options.ts'
import { loadPublicArticles } from '../articles/loadPublicArticles.ts'

/** Articles read and written at once. */
const batch = 200

/**
 * Brings the index up to what readers see, in the transaction that changes it: what is published now is found by its
 * public text, what went is not found.
 */
export const updateSearch: OnPublicChange = async ({ slugs, req, change }) => {
  const standing = change.kind.startsWith('issue.')
    ? await articlesOf(req, { slugs, issue: change.issue! })
    : []
  await indexArticles({ slugs, req, articles: [...change.articles, ...standing] })
}

/** What stands in an issue: what another edition showed before is found by its pages here as well, or no longer. */
async function articlesOf(
  req: PayloadRequest,
  { slugs, issue }: { slugs: Slugs; issue: string },
): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string; article: unknown }>({
    ...{ collection: slugs.placements, where: { issue: { equals: issue } }, limit: 0, pagination: false },
    ...{ joins: false, select: { article: true }, req },
  })
  return docs.flatMap(({ article }) => idOf(article) ?? [])
}

/** Indexes these articles as they are published now, in the request's transaction; takes out those that are not. */
export async function indexArticles(args: {
  slugs: Slugs
  req: PayloadRequest
  articles: readonly string[]
}): Promise<void> {
  const { slugs, req } = args
  const store = searchStore(req.payload)
  if (!store) return
  const articles = [...new Set(args.articles)]
  for (let at = 0; at < articles.length; at += batch) {
    const some = articles.slice(at, at + batch)
    const entries = (await loadPublicArticles({ payload: req.payload, slugs, req }, some)).map(searchEntryOf)
    const published = new Set(entries.map(({ article }) => article))
    await store.write({ req, remove: some.filter((id) => !published.has(id)), entries })
  }
}

/** Articles are found by the names of their authors, so a new name is indexed when it is saved. */
export function followAuthorNames(slugs: Slugs): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, operation, req }) => {
    const [now, then] = [doc, previousDoc] as [
      { id: string; name?: unknown; public?: unknown },
      { name?: unknown },
    ]
    if (operation !== 'update' || now.public !== true || now.name === then?.name) return
    const where: Where = { and: [{ authors: { equals: now.id } }, { _status: { equals: 'published' } }] }
    await inTransaction(req, async () => {
      const { docs } = await req.payload.db.find<{ id: string }>({
        ...{
          collection: slugs.articles,
          where,
          limit: 0,
          pagination: false,
          select: { publication: true },
          req,
        },
      })
      await indexArticles({ slugs, req, articles: docs.map(({ id }) => id) })
    })
  }
}
