import type { PayloadRequest } from 'payload'

import type { Slugs } from '../options.ts'
import { rowsOf } from './rows.ts'
import { readSlip } from './slipRow.ts'

/**
 * What a working copy is beside what readers see: of a text they have not seen, of one they see (which is the same, or being corrected),
 * of one that was withdrawn, or of one that was given up.
 */
export type Standing = 'unpublished' | 'published' | 'correction' | 'withdrawn' | 'spiked'

/** How each of some articles stands to its readers, by its id. One query. */
export async function standingsOf(args: {
  slugs: Slugs
  req: PayloadRequest
  articles: readonly string[]
}): Promise<Map<string, Standing>> {
  const { slugs, req, articles } = args
  const rows = await rowsOf(req).all(slugs.reviewSlips, { article: { in: [...articles] } })
  return new Map(
    rows.map((row) => {
      const { article, stage, live, withdrawal } = readSlip(row)
      if (stage === 'spiked') return [article, 'spiked']
      if (live) return [article, stage === 'published' ? 'published' : 'correction']
      return [article, withdrawal ? 'withdrawn' : 'unpublished']
    }),
  )
}
