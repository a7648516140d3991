import type { PayloadRequest } from 'payload'

import { idOf } from '../core/ids.ts'
import type { Slugs } from '../options.ts'
import { rowsOf } from './rows.ts'

/** A notice that readers are owed and that stands on no page yet. */
export interface CorrectionDue {
  /** The notice, an article of its own. */
  id: string
  headline: string | null
  /** The page where the article that was wrong stood: the notice belongs there. */
  page: string | null
}

/**
 * The notices that a publication owes its readers: neither placed anywhere, nor out, nor spiked (毙稿 with a reason is
 * how a newsroom decides that none is needed).
 */
export async function correctionsDue(args: {
  slugs: Slugs
  req: PayloadRequest
  publication: string
}): Promise<CorrectionDue[]> {
  const { slugs, req, publication } = args
  const rows = rowsOf(req)
  const notices = await rows.all(
    slugs.articles,
    {
      and: [
        { publication: { equals: publication } },
        { corrects: { exists: true } },
        { _status: { not_equals: 'published' } },
      ],
    },
    'createdAt',
  )
  const ids = notices.map(({ id }) => String(id))
  if (ids.length === 0) return []
  const placed = new Set(
    (await rows.all(slugs.placements, { article: { in: ids } })).map(({ article }) => idOf(article)),
  )
  const working = new Set(
    (
      await rows.all(slugs.reviewSlips, {
        and: [{ article: { in: ids } }, { stage: { not_in: ['spiked', 'withdrawn'] } }],
      })
    ).map(({ article }) => String(article)),
  )
  return notices
    .filter(({ id }) => !placed.has(String(id)) && working.has(String(id)))
    .map(({ id, headline, correctsPage }) => ({
      id: String(id),
      headline: typeof headline === 'string' ? headline : null,
      page: typeof correctsPage === 'string' ? correctsPage : null,
    }))
}
