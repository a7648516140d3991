import type { CollectionBeforeDeleteHook } from 'payload'

import type { Slugs } from '../../../options.ts'

/** An article that goes takes its places on the pages with it. */
export function deletePlacements(slugs: Slugs): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    await req.payload.delete({
      collection: slugs.placements,
      where: { article: { equals: id } },
      req,
    })
  }
}
