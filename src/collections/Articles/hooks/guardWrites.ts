import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { blocker } from '../../../core/workflow/index.ts'
import { Blocked } from '../../../refusals/blocked.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import { editorKnows } from './editorKnows.ts'
import { shownRevision } from './shownRevision.ts'
import { storableArticle } from './storableArticle.ts'

/** The arguments of Payload's write operations that matter here. */
interface WriteArgs {
  id?: string
  draft?: boolean
  autosave?: boolean
  data?: Record<string, unknown>
  publishAllLocales?: unknown
  publishSpecificLocale?: unknown
  unpublishAllLocales?: unknown
}

/**
 * Shuts every door of Payload's to the public row (W1): whatever is created or changed is a draft, one article
 * at a time, by somebody, on the revision they saw. Publishing is no operation of Payload's here at all.
 */
export const guardWrites: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const write = args as WriteArgs
  switch (operation) {
    case 'create':
    case 'update': {
      if (write.publishAllLocales || write.publishSpecificLocale || write.unpublishAllLocales) {
        throw new Refusal(req, { code: 'publishByIssue', status: 403 })
      }
      if (operation === 'update') rememberRevision(req, write)
      const knows = editorKnows(collection)
      const data = { ...storableArticle(req, write.data, { knows }), _status: 'draft' }
      return { ...args, draft: true, autosave: false, data }
    }
    case 'restoreVersion':
      // Payload reads `draft` before this hook, so it cannot be forced here.
      if (write.draft !== true) throw new Refusal(req, { code: 'restoreAsDraft', status: 403 })
      rememberRevision(req, write)
      return args
    case 'delete':
      throw new Refusal(req, { code: 'spikeInstead', status: 403 })
    default:
      return args
  }
}

/** A save names the revision it was made on: in the raw data, or as `If-Match`; Payload fills in the data later. */
function rememberRevision(req: PayloadRequest, write: WriteArgs): void {
  if (write.id === undefined) throw new Refusal(req, { code: 'oneAtATime', status: 403 })
  if (!req.user) throw new Refusal(req, { code: 'saveNeedsUser', status: 403 })
  const stated = write.data?.rev ?? req.headers?.get('if-match')?.replace(/^(W\/)?"?(\d+)"?$/, '$2')
  const rev = typeof stated === 'number' ? stated : Number.parseInt(String(stated ?? ''), 10)
  if (!Number.isSafeInteger(rev)) throw new Blocked(req, { blockers: [blocker('rev.missing')] })
  shownRevision.set(req, rev)
}
