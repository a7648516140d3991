import type { Payload } from 'payload'

import { afterCommit } from '../database/afterCommit.ts'
import type { ComposedOptions, OnPublicChange } from '../options.ts'
import { addToRevision, readRevision } from './revision.ts'
import { RevisionWatch } from './revisionWatch.ts'

// On the Payload instance, not in the module: its code is loaded twice in one process.
const watchKey = Symbol.for('broadsheet.revisionWatch')

type Watched = Payload & { [watchKey]?: RevisionWatch }

/**
 * Raises the revision in the transaction that changes what readers see. Every process notices within a second; this
 * one as soon as the transaction is committed.
 */
export const raiseRevision: OnPublicChange = async ({ slugs, req }) => {
  const revision = await addToRevision(req.payload.db, { slugs, req })
  await afterCommit(req, () => (req.payload as Watched)[watchKey]?.moved(revision))
}

/** The watch of a Payload instance: begun by the first who asks, stopped when Payload is destroyed. */
export function revisionWatch(payload: Payload): RevisionWatch {
  const watched = payload as Watched
  const known = watched[watchKey]
  if (known) return known
  const { slugs } = payload.config.custom.broadsheet as ComposedOptions
  const watch = new RevisionWatch({ read: () => readRevision(payload, slugs) })
  Object.defineProperty(watched, watchKey, { value: watch })
  const destroy = payload.destroy
  payload.destroy = async () => {
    watch.stop()
    await destroy()
  }
  watch.start()
  return watch
}
