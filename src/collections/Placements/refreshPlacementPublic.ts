import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { Slugs } from '../../options.ts'
import { refreshPublic } from '../../workflow/refreshPublic.ts'

/** Laying out a published article elsewhere makes its new page public, and its old one perhaps not. */
export function refreshPlacementPublic(slugs: Slugs): {
  afterChange: CollectionAfterChangeHook[]
  afterDelete: CollectionAfterDeleteHook[]
} {
  return {
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        await refreshPublic({
          slugs,
          req,
          articles: [idOf(doc.article), idOf(previousDoc?.article)],
          pages: [idOf(doc.page), idOf(previousDoc?.page)],
        })
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        await refreshPublic({ slugs, req, articles: [idOf(doc.article)], pages: [idOf(doc.page)] })
      },
    ],
  }
}
