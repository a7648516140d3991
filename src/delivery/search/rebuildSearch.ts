import { createLocalReq, type Payload } from 'payload'

import { idOf } from '../../core/ids.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { searchStore } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'
import { addToRevision } from '../revision.ts'
import { indexArticles } from './updateSearch.ts'

/** Articles of one transaction: a publication that happens meanwhile waits no longer than for these. */
const batch = 200

/**
 * Makes the index anew from what is published. Meanwhile a search answers that the index is being built; what is
 * published or withdrawn meanwhile is indexed as ever. Null on a database that has no search.
 * @param args.onProgress called with how many articles are done, of how many there were at the start
 * @returns how many published articles there were
 */
export async function rebuildSearch(args: {
  payload: Payload
  slugs: Slugs
  onProgress?: (done: number, all: number) => void
}): Promise<number | null> {
  const { payload, slugs, onProgress } = args
  const store = searchStore(payload)
  if (!store) return null
  await store.prepare({ anythingPublished: async () => true })
  await store.clear()
  const { totalDocs } = await payload.db.count({
    collection: slugs.articles,
    where: { _status: { equals: 'published' } },
  })
  const done = new Set<string>()
  const index = async (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !done.has(id))
    for (let at = 0; at < fresh.length; at += batch) {
      const some = fresh.slice(at, at + batch)
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => indexArticles({ slugs, req, articles: some }))
      for (const id of some) done.add(id)
      onProgress?.(done.size, totalDocs)
    }
  }
  // In the order of the index, which it then need not sort again: the newest issues first.
  let waiting: string[] = []
  for await (const issue of ids({
    payload,
    collection: slugs.issues,
    sort: '-date',
    where: { public: { equals: true } },
  })) {
    const { docs } = await payload.db.find<{ id: string; article: unknown }>({
      ...{ collection: slugs.placements, limit: 0, pagination: false, joins: false },
      where: { and: [{ issue: { equals: issue } }, { public: { equals: true } }] },
    })
    waiting.push(...docs.flatMap(({ article }) => idOf(article) ?? []))
    if (waiting.length >= batch) {
      await index([...new Set(waiting)])
      waiting = []
    }
  }
  await index([...new Set(waiting)])
  waiting = []
  // Whatever stands on no public page.
  for await (const article of ids({
    ...{ payload, collection: slugs.articles, sort: 'id', where: { _status: { equals: 'published' } } },
  })) {
    if (!done.has(article)) waiting.push(article)
  }
  await index(waiting)
  await store.finish()
  // What was answered meanwhile may be kept in memory.
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => addToRevision(payload.db, { slugs, req }))
  return totalDocs
}

/** Ids of a collection, read by the thousand. */
async function* ids(args: {
  payload: Payload
  collection: string
  sort: string
  where: object
}): AsyncGenerator<string> {
  const { payload, collection, sort, where } = args
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<{ id: string }>({
      ...{
        collection,
        sort,
        where: where as never,
        limit: 1000,
        page,
        joins: false,
        select: { createdAt: true },
      },
    })
    for (const { id } of docs) yield id
    if (!hasNextPage) return
  }
}
