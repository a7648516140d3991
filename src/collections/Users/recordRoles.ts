import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import type { Slugs } from '../../options.ts'
import { grantsOf } from '../../workflow/grants.ts'
import { recordEvent } from '../../workflow/recordEvent.ts'

/** Keeps in the trail who gave whom which roles and publications (WORKFLOW, W8). */
export function recordRoles(slugs: Slugs): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, operation, req }) => {
    const before = operation === 'create' ? '' : grantsOf(previousDoc)
    const after = grantsOf(doc)
    if (before === after) return doc
    await record({ slugs, req, user: String(doc.id), transition: 'roles', details: { before, after } })
    return doc
  }
}

/** The last event of a user's chain: without it a removed user is one that somebody took out of the database. */
export function recordRemoval(slugs: Slugs): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    await record({ slugs, req, user: String(id), transition: 'removed', details: {} })
  }
}

async function record(args: {
  slugs: Slugs
  req: PayloadRequest
  user: string
  transition: 'roles' | 'removed'
  details: Record<string, string>
}): Promise<void> {
  const { slugs, req, user, transition, details } = args
  await recordEvent({
    ...{ slugs, req, collection: slugs.users },
    subject: { kind: 'user', id: user, publication: null },
    event: {
      ...{ transition, phase: 'done', from: null, to: null, rev: 0, reason: null },
      ...{ actorId: String(req.user?.id ?? user), details, at: new Date().toISOString() },
    },
  })
}
