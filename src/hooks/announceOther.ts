import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import { idOf } from '../core/ids.ts'
import type { Slugs } from '../options.ts'
import { announcePublicChange } from '../workflow/publicChange.ts'

type Row = Record<string, unknown> | null | undefined

/**
 * Announces saves of what readers see without the publishing code: names of authors, media, mastheads.
 * @param isPublic whether readers see a row; a save from or to such a row counts
 */
export function announceOther(
  slugs: Slugs,
  isPublic: (row: Record<string, unknown>) => boolean,
): { afterChange: CollectionAfterChangeHook; afterDelete: CollectionAfterDeleteHook } {
  const announce = async (req: PayloadRequest, rows: readonly Row[]): Promise<void> => {
    const seen = rows.find((row) => row && isPublic(row))
    if (!seen) return
    const at = new Date().toISOString()
    const publication = idOf(seen.publication)
    const change = { kind: 'other', publication, issue: null, articles: [], edition: null, at } as const
    await announcePublicChange({ slugs, req, change })
  }
  return {
    afterChange: ({ doc, previousDoc, req }) => announce(req, [doc as Row, previousDoc as Row]),
    afterDelete: ({ doc, req }) => announce(req, [doc as Row]),
  }
}
