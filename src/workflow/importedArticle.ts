import type { PayloadRequest } from 'payload'

import { canonicalContent, checkText } from '../core/text/index.ts'
import { withAbsences } from '../core/workflow/index.ts'
import type { Diagnostic } from '../core/diagnostics/index.ts'
import type { Slugs } from '../options.ts'
import { approvable, type ArticleRow } from './currentText.ts'
import { dropSignatures } from './desk/dropSignatures.ts'
import { flagOf, importer } from './openSlip.ts'
import { rowsOf } from './rows.ts'
import { readSlip, type SlipRow } from './slipRow.ts'
import { nextEvent, type EventRow } from './trail.ts'

interface ArticleKey {
  slugs: Slugs
  req: PayloadRequest
  id: string
  /** ISO 8601 in UTC. */
  now: string
}

/**
 * Records that an import wrote an article again from a changed source. Only for articles that no person has
 * touched: the slip stays at draft, with the new text's hash and doubts.
 */
export async function recordReimport(
  key: ArticleKey,
  { article, doubts }: { article: ArticleRow; doubts: readonly Diagnostic[] },
): Promise<void> {
  const { slugs, req } = key
  const slip = await slipAt(key)
  const contentHash = approvable(article).hash
  const rev = slip.rev + 1
  const event = importEvent(key, { slip, transition: 'import', rev, details: { contentHash } })
  const flags = withAbsences(doubts.flatMap(flagOf), checkText(canonicalContent(article), article))
  const rows = rowsOf(req)
  const won = await rows.swap(
    slugs.reviewSlips,
    { and: [{ id: { equals: slip.id } }, { rev: { equals: slip.rev } }] },
    { contentHash, rev, flags, trailSeq: event.seq, trailHash: event.hash },
  )
  if (!won) throw new Error(`The slip of article ${key.id} has moved`)
  await rows.insert(slugs.workflowEvents, event)
  await dropSignatures({ slugs, req, slip, cause: event })
}

/** Records that an import takes an article back that no person has touched, and removes its slip. The trail stays. */
export async function recordTakenBack(key: ArticleKey): Promise<void> {
  const { slugs, req } = key
  const slip = await slipAt(key)
  const event = importEvent(key, { slip, transition: 'takeBack', rev: slip.rev, details: {} })
  await rowsOf(req).insert(slugs.workflowEvents, event)
  await req.payload.db.deleteOne({ collection: slugs.reviewSlips, where: { id: { equals: slip.id } }, req })
}

async function slipAt({ slugs, req, id }: ArticleKey): Promise<SlipRow> {
  const found = await rowsOf(req).one(slugs.reviewSlips, { article: { equals: id } })
  if (!found) throw new Error(`Article ${id} has no slip`)
  return readSlip(found)
}

function importEvent(
  { id, now }: ArticleKey,
  {
    slip,
    transition,
    rev,
    details,
  }: { slip: SlipRow; transition: string; rev: number; details: EventRow['details'] },
): EventRow {
  const { publication, stage, trailSeq: seq, trailHash: hash } = slip
  return nextEvent({
    subject: { kind: 'article', id, publication },
    head: { seq, hash },
    event: {
      ...{
        transition,
        phase: 'done',
        from: stage,
        to: transition === 'takeBack' ? null : stage,
        actorId: importer,
      },
      ...{ rev, reason: null, details, at: now },
    },
  })
}
