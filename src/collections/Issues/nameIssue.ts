import type { CollectionBeforeChangeHook } from 'payload'

import { dayOf } from '../../core/days.ts'

/** Names an issue by the masthead it was printed under, its day and, unless main, its edition. */
export function nameIssue(publications: string): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const issue = { ...originalDoc, ...data }
    const id = typeof issue.publication === 'object' ? issue.publication?.id : issue.publication
    if (!id) return data
    const publication = await req.payload.db.findOne<{ id: string; name: string }>({
      collection: publications,
      where: { id: { equals: id } },
      req,
    })
    const parts = [publication?.name, dayOf(issue.date), issue.edition === 'main' ? null : issue.edition]
    return { ...data, title: parts.filter(Boolean).join(' ') }
  }
}
