import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { idOf } from '../../../hooks/guardPublication.ts'
import type { Slugs } from '../../../options.ts'
import { refreshPublic } from '../../../workflow/refreshPublic.ts'

interface ArticleRow {
  id: string
  authors?: unknown[]
  pictures?: { media?: unknown }[]
}

/** Keeps `public` true to what is published, whenever an article's published row changes. */
export function refreshArticlePublic(slugs: Slugs): {
  beforeChange?: CollectionBeforeChangeHook[]
  afterChange: CollectionAfterChangeHook[]
  afterDelete: CollectionAfterDeleteHook[]
} {
  const refresh = async (req: PayloadRequest, rows: (ArticleRow | null | undefined)[]): Promise<void> => {
    const known = rows.filter((row): row is ArticleRow => Boolean(row))
    await refreshPublic({
      slugs,
      req,
      articles: known.map((row) => row.id),
      authors: known.flatMap((row) => row.authors ?? []).map(idOf),
      media: known.flatMap((row) => row.pictures ?? []).map((picture) => idOf(picture.media)),
    })
  }
  return {
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        if (doc._status !== 'published' && previousDoc?._status !== 'published') return
        await refresh(req, [doc, previousDoc])
      },
    ],
    afterDelete: [async ({ doc, req }) => refresh(req, [doc])],
  }
}
