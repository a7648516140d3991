import type { CollectionBeforeOperationHook } from 'payload'

import { actorOf } from '../access/staff.ts'

/**
 * The public never reads drafts. `?draft=true` would read the versions table instead: articles under
 * correction would vanish from lists, and the outer read's `draft` chooses the table that joins read,
 * so this stands on every collection that joins articles, not only on articles.
 */
export const readPublishedOnly: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess || actorOf(req)) return args
  return 'draft' in args ? { ...args, draft: false } : args
}
