import type { PayloadRequest } from 'payload'

import type { PublicChange } from '../core/publicChange.ts'
import type { ComposedOptions, Slugs } from '../options.ts'

export type { PublicChange } from '../core/publicChange.ts'
export type { OnPublicChange } from '../options.ts'

/**
 * Tells whatever follows what readers see: the revision counter, search, feeds' outbox. The publishing code calls it
 * once in each transaction that changes a public row, at its end, inside that transaction: what throws here rolls it back.
 */
export async function announcePublicChange(args: {
  slugs: Slugs
  req: PayloadRequest
  change: PublicChange
}): Promise<void> {
  const { onPublicChange } = args.req.payload.config.custom.broadsheet as ComposedOptions
  for (const follow of onPublicChange) await follow(args)
}
