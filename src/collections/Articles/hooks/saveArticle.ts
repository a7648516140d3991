import type { CollectionAfterChangeHook } from 'payload'

import { actorOf } from '../../../access/staff.ts'
import { Blocked } from '../../../refusals/blocked.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import type { Slugs } from '../../../options.ts'
import { recordSave } from '../../../workflow/recordSave.ts'
import { shownRevision } from './shownRevision.ts'

/** Passes a save to the workflow, which records it, or refuses it: throwing rolls back what was written. */
export function saveArticle(slugs: Slugs): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    if (operation === 'create') return doc
    const actor = actorOf(req)
    if (!actor) throw new Refusal(req, { code: 'saveNeedsUser', status: 403 })
    const outcome = await recordSave({ slugs, req, id: String(doc.id), actor, rev: shownRevision.get(req) })
    if (!outcome.recorded) throw new Blocked(req, outcome)
    // Payload read the document before the slip moved on: the next save has to name the revision of now.
    const { rev, stage } = outcome.slip
    return { ...doc, rev, stage }
  }
}
