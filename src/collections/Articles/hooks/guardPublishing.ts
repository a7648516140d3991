import type { Access, CollectionBeforeOperationHook } from 'payload'

import { actorOf, hasRole } from '../../../access/staff.ts'
import { Refusal } from '../../../hooks/refusal.ts'

interface WriteArgs {
  draft?: boolean
  data?: { _status?: string }
}

/** Payload shows its publish button when a published version could be saved: to a chief alone. */
export function mayPublish(write: Access): Access {
  return (args) => {
    if (args.data?._status === 'published' && !hasRole(actorOf(args.req), 'chief')) return false
    return write(args)
  }
}

/**
 * Until the workflow decides: every write to an article is a draft write, unless a chief names the
 * status it is to have. A plain PATCH would otherwise rewrite the public row.
 */
export const guardPublishing: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess) return args
  const write = args as WriteArgs
  const chief = hasRole(actorOf(req), 'chief')
  if (operation === 'create' || operation === 'update' || operation === 'updateByID') {
    const status = write.draft ? undefined : write.data?._status
    if (status && chief) return args
    if (status === 'published') throw new Refusal(req, { code: 'publishChiefOnly', status: 403 })
    return { ...args, draft: true, data: { ...write.data, _status: 'draft' } }
  }
  if (operation === 'restoreVersion' && !write.draft && !chief) {
    throw new Refusal(req, { code: 'publishChiefOnly', status: 403 })
  }
  return args
}
