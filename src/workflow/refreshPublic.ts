import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../core/ids.ts'
import type { Slugs } from '../options.ts'

type Ids = readonly (string | null | undefined)[]

interface Row {
  id: string
  public?: boolean
  tombstone?: string | null
  page?: unknown
  issue?: unknown
}

/**
 * Makes `public` true on exactly those placements, pages, issues, authors and media that a published
 * article needs, and false on those that none needs any more. The publishing code calls it, inside its
 * transaction; nothing else writes the field. Laying a published article out elsewhere shows nothing to anybody
 * until that other issue is published.
 * @param args.articles articles whose published row changed
 * @param args.tombstone what stands in the place of articles that were withdrawn: where they stood keeps its shape
 * @param args.authors authors that the article had or has
 * @param args.media media that the article had or has
 */
export async function refreshPublic(args: {
  slugs: Slugs
  req: PayloadRequest
  articles?: Ids
  tombstone?: string | undefined
  authors?: Ids
  media?: Ids
}): Promise<void> {
  const { slugs, req } = args
  const { db } = req.payload
  const published: Where = { _status: { equals: 'published' } }

  const rows = async (collection: string, where: Where): Promise<Row[]> =>
    (await db.find<Row>({ collection, where, limit: 0, pagination: false, req })).docs
  const any = async (collection: string, where: Where): Promise<boolean> =>
    (await db.count({ collection, where, req })).totalDocs > 0
  const set = async (collection: string, target: { id: string; value: boolean }): Promise<void> => {
    const where: Where = { and: [{ id: { equals: target.id } }, { public: { not_equals: target.value } }] }
    await db.updateOne({ collection, where, data: { public: target.value }, req, returning: false })
  }

  const pages = new Set<string>()
  for (const article of new Set(known(args.articles))) {
    const live = await any(slugs.articles, { and: [{ id: { equals: article } }, published] })
    const tombstone = live ? null : (args.tombstone ?? null)
    for (const placement of await rows(slugs.placements, { article: { equals: article } })) {
      // Where it does not stand before readers yet it appears with that issue.
      const value = placement.public === true && (live || tombstone !== null)
      await set(slugs.placements, { id: placement.id, value })
      if ((placement.tombstone ?? null) !== tombstone) {
        const { id } = placement
        await db.updateOne({ collection: slugs.placements, id, data: { tombstone }, req, returning: false })
      }
      const page = idOf(placement.page)
      if (page) pages.add(page)
    }
  }

  const issues = new Set<string>()
  for (const page of await rows(slugs.pages, { id: { in: [...pages] } })) {
    const value = await any(slugs.placements, {
      and: [{ page: { equals: page.id } }, { public: { equals: true } }],
    })
    await set(slugs.pages, { id: page.id, value })
    const issue = idOf(page.issue)
    if (issue) issues.add(issue)
  }
  for (const issue of issues) {
    const value = await any(slugs.pages, {
      and: [{ issue: { equals: issue } }, { public: { equals: true } }],
    })
    await set(slugs.issues, { id: issue, value })
  }
  for (const author of new Set(known(args.authors))) {
    const value = await any(slugs.articles, { and: [{ authors: { equals: author } }, published] })
    await set(slugs.authors, { id: author, value })
  }
  for (const media of new Set(known(args.media))) {
    const value = await any(slugs.articles, { and: [{ 'pictures.media': { equals: media } }, published] })
    await set(slugs.media, { id: media, value })
  }
}

function known(ids: Ids = []): string[] {
  return ids.filter((id): id is string => typeof id === 'string')
}
