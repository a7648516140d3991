import type { CollectionAfterChangeHook } from 'payload'

import type { Slugs } from '../../options.ts'
import { recordEvent } from '../../workflow/recordEvent.ts'

/** Keeps in the trail who gave whom which roles and publications (WORKFLOW, W8). */
export function recordRoles(slugs: Slugs): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, operation, req }) => {
    const before = operation === 'create' ? '' : grantsOf(previousDoc)
    const after = grantsOf(doc)
    if (before === after) return doc
    await recordEvent({
      ...{ slugs, req, collection: slugs.users },
      subject: { kind: 'user', id: String(doc.id), publication: null },
      event: {
        ...{ transition: 'roles', phase: 'done', from: null, to: null, rev: 0, reason: null },
        actorId: String(req.user?.id ?? doc.id),
        details: { before, after },
        at: new Date().toISOString(),
      },
    })
    return doc
  }
}

/** Roles and publications as one text, in an order of their own. */
function grantsOf(user: { roles?: string[]; publications?: unknown[] } | undefined): string {
  const publications = (user?.publications ?? []).map((entry) =>
    typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : String(entry),
  )
  return `${[...(user?.roles ?? [])].sort().join(',')} @ ${publications.sort().join(',') || '*'}`
}
