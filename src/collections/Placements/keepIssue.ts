import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '../../core/ids.ts'
import { publicationOf } from '../../hooks/guardPublication.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { Slugs } from '../../options.ts'

/** Takes the issue from the page, and refuses a page of another paper than the article's. */
export function keepIssue(slugs: Slugs): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const row = { ...originalDoc, ...data }
    const page = await req.payload.db.findOne<{ id: string; issue: unknown }>({
      collection: slugs.pages,
      where: { id: { equals: idOf(row.page) } },
      req,
    })
    const article = await req.payload.db.findOne<{ id: string; publication: unknown }>({
      collection: slugs.articles,
      where: { id: { equals: idOf(row.article) } },
      req,
    })
    const issue = idOf(page?.issue)
    const publication = await publicationOf({ row: { issue }, of: { issue: slugs.issues }, req })
    if (article && publication !== idOf(article.publication)) {
      throw new Refusal(req, { code: 'publicationsDiffer' })
    }
    return { ...data, issue }
  }
}
