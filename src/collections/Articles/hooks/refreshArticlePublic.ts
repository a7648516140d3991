import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { idOf } from '../../../hooks/guardPublication.ts'
import type { Slugs } from '../../../options.ts'
import { refreshPublic } from '../../../workflow/refreshPublic.ts'

const publicRow = 'broadsheet:publicRow'

interface ArticleRow {
  id: string
  authors?: unknown[]
  pictures?: { media?: unknown }[]
}

/** Keeps `public` true to what is published, whenever an article's published row changes. */
export function refreshArticlePublic(slugs: Slugs): {
  beforeChange: CollectionBeforeChangeHook[]
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
    // The document that Payload calls previous is the latest draft; what was public is the row itself.
    beforeChange: [
      async ({ context, data, operation, originalDoc, req }) => {
        if (operation === 'update') {
          context[publicRow] = await req.payload.db.findOne<ArticleRow>({
            collection: slugs.articles,
            where: { and: [{ id: { equals: originalDoc.id } }, { _status: { equals: 'published' } }] },
            req,
          })
        }
        return data
      },
    ],
    afterChange: [
      async ({ context, doc, req }) => {
        const before = context[publicRow] as ArticleRow | null | undefined
        if (doc._status === 'published' || before) await refresh(req, [doc, before])
      },
    ],
    afterDelete: [async ({ doc, req }) => refresh(req, [doc])],
  }
}
