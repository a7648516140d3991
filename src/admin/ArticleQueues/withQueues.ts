import type { BaseFilter, CollectionConfig } from 'payload'

import type { ResolvedOptions } from '../../options.ts'
import { queueIn } from './address.ts'
import { articlesOf } from './queueOf.ts'
import { readQueue } from './readQueue.ts'

/**
 * The list of articles with the queues above it, where an address that names one lists its articles alone. Whatever else
 * the address asks for, search, filters, order and page, is Payload's, within the queue.
 */
export function withQueues(collection: CollectionConfig, { views }: ResolvedOptions): CollectionConfig {
  if (!views.includes('queues')) return collection
  const { admin } = collection
  return {
    ...collection,
    admin: {
      ...admin,
      baseFilter: filterByQueue,
      components: {
        ...admin?.components,
        beforeListTable: ['payload-plugin-broadsheet/rsc#ArticleQueues'],
      },
    },
  }
}

/** A queue that is not there has no articles: a list of everything would pass for it. */
const filterByQueue: BaseFilter = async ({ req }) => {
  const name = queueIn(req.query)
  return name === null ? null : articlesOf((await readQueue(req, name)) ?? [])
}
