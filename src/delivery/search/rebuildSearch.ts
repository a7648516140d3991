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
 * @param args.atOnce how many ids are read at once
 * @returns how many articles were indexed
 */
export async function rebuildSearch(args: {
  payload: Payload
  slugs: Slugs
  onProgress?: (done: number, all: number) => void
  atOnce?: number
}): Promise<number | null> {
  const { payload, slugs, onProgress, atOnce = 1000 } = args
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
  let waiting: string[] = []
  const flush = async () => {
    await index([...new Set(waiting)])
    waiting = []
  }
  // In the order of the index, which it then need not sort again: the newest issues first.
  for await (const issue of newestIssues({ payload, slugs, atOnce })) {
    const { docs } = await payload.db.find<{ id: string; article: unknown }>({
      ...{ collection: slugs.placements, limit: 0, pagination: false, joins: false },
      where: { and: [{ issue: { equals: issue } }, { public: { equals: true } }] },
    })
    waiting.push(...docs.flatMap(({ article }) => idOf(article) ?? []))
    if (waiting.length >= batch) await flush()
  }
  await flush()
  // Whatever stands on no public page, or came into the list of issues while that was read.
  for await (const article of publishedArticles({ payload, slugs, atOnce })) {
    if (!done.has(article)) waiting.push(article)
    if (waiting.length >= batch) await flush()
  }
  await flush()
  await store.finish()
  // What was answered meanwhile may be kept in memory.
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => addToRevision(payload.db, { slugs, req }))
  return done.size
}

interface Reading {
  payload: Payload
  slugs: Slugs
  atOnce: number
}

/** Ids of public issues. One that comes or goes meanwhile moves the others: some may be told twice, or not at all. */
async function* newestIssues({ payload, slugs, atOnce }: Reading): AsyncGenerator<string> {
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<{ id: string }>({
      ...{ collection: slugs.issues, sort: ['-date', 'id'], where: { public: { equals: true } } },
      // Said outright: without it MongoDB's adapter reads the first page, and knows of no other.
      ...{ pagination: true, limit: atOnce, page, joins: false, select: { createdAt: true } },
    })
    for (const { id } of docs) yield id
    if (!hasNextPage) return
  }
}

/** Ids of published articles, in their own order, so that none is missed whatever happens meanwhile. */
async function* publishedArticles({ payload, slugs, atOnce }: Reading): AsyncGenerator<string> {
  for (let last: string | null = null; ;) {
    const { docs }: { docs: { id: string }[] } = await payload.db.find<{ id: string }>({
      ...{ collection: slugs.articles, sort: 'id', limit: atOnce, pagination: false, joins: false },
      where: {
        and: [
          { _status: { equals: 'published' } },
          ...(last === null ? [] : [{ id: { greater_than: last } }]),
        ],
      },
      select: { createdAt: true },
    })
    for (const { id } of docs) yield id
    if (docs.length < atOnce) return
    last = docs.at(-1)!.id
  }
}
