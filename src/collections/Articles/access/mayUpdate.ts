import type { Access } from 'payload'

import { actorOf, withinPublications } from '../../../access/staff.ts'
import { mayEdit } from '../../../core/workflow/index.ts'
import type { Slugs } from '../../../options.ts'
import { loadFacts } from '../../../workflow/loadFacts.ts'

/**
 * Who may change a text, where it stands now; the admin shows it read-only to everybody else. Never as published:
 * Payload then offers no publish button by itself. The save itself is judged again, in its transaction.
 */
export function mayUpdate(slugs: Slugs): Access {
  return async ({ data, id, req }) => {
    const actor = actorOf(req)
    if (!actor || data?._status === 'published') return false
    if (id === undefined) return withinPublications(actor, 'publication')
    const loaded = await loadFacts({ slugs, req, id: String(id) })
    return loaded !== null && mayEdit(actor, loaded.facts)
  }
}
