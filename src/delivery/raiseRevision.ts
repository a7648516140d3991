import type { CollectionConfig, Payload, PayloadRequest } from 'payload'

import { afterCommit } from '../database/afterCommit.ts'
import type { ComposedOptions, OnPublicChange, Slugs } from '../options.ts'
import { addToRevision, countMark, leaveMark, readRevision } from './revision.ts'
import { RevisionWatch } from './revisionWatch.ts'

// On the Payload instance, not in the module: its code is loaded twice in one process.
const watchKey = Symbol.for('broadsheet.revisionWatch')

type Hooks = NonNullable<CollectionConfig['hooks']>
type Watched = Payload & { [watchKey]?: RevisionWatch }

/**
 * Raises the revision in the transaction that changes what readers see. Every process notices within a second; this
 * one as soon as the transaction is committed. A plain save (of a name, a masthead, a picture) leaves a mark instead, so that people
 * who save at the same moment do not conflict over the one number on MongoDB; the mark is counted after the commit.
 */
export const raiseRevision: OnPublicChange = async ({ slugs, req, change }) => {
  const { db } = req.payload
  const moved = (revision: number) => (req.payload as Watched)[watchKey]?.moved(revision)
  if (change.kind === 'other') {
    const mark = await leaveMark(db, { slugs, req })
    await afterCommit(req, async () => moved(await countMark(db, { slugs, mark })))
    return
  }
  const revision = await addToRevision(db, { slugs, req })
  await afterCommit(req, () => moved(revision))
}

/** Raises the revision when a collection of the app's own changes, of which published reads may show rows. */
export function raiseOnSave(slugs: Slugs): Required<Pick<Hooks, 'afterChange' | 'afterDelete'>> {
  const raise = async (req: PayloadRequest): Promise<void> => {
    const at = new Date().toISOString()
    const change = { kind: 'other', publication: null, issue: null, articles: [], edition: null, at } as const
    await raiseRevision({ slugs, req, change })
  }
  return { afterChange: [({ req }) => raise(req)], afterDelete: [({ req }) => raise(req)] }
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
