import type { Payload } from 'payload'

import { searchStore } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'

/**
 * Makes the index where it is missing or of another layout. Where articles are published already it must then be built:
 * the log says with which command, and until then a search answers that.
 */
export async function prepareSearch(payload: Payload, slugs: Slugs): Promise<void> {
  const store = searchStore(payload)
  if (!store) {
    payload.logger.warn(
      `broadsheet: there is no search on this database (${payload.db.name}), only on SQLite and MongoDB. ` +
        'Set search: false to have no /search endpoint.',
    )
    return
  }
  const anythingPublished = async () =>
    (await payload.db.count({ collection: slugs.articles, where: { _status: { equals: 'published' } } }))
      .totalDocs > 0
  const { needsRebuild } = await store.prepare({ anythingPublished })
  if (needsRebuild) {
    payload.logger.warn(
      'broadsheet: the search index is not built. Run `npx payload broadsheet:search-rebuild`.',
    )
  }
}
