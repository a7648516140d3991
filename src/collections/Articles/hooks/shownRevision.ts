import type { PayloadRequest } from 'payload'

const key = 'broadsheet:shownRevision'

/** The revision that a save was made on, from `beforeOperation` to `afterChange` of the same request. */
export const shownRevision = {
  set: (req: PayloadRequest, rev: number): void => {
    req.context[key] = rev
  },
  get: (req: PayloadRequest): number | undefined => {
    const rev = req.context[key]
    return typeof rev === 'number' ? rev : undefined
  },
}
