import type { PayloadRequest } from 'payload'

import type { Diagnostic } from '../core/diagnostics/index.ts'
import { canonicalContent, checkText } from '../core/text/index.ts'
import { withAbsences, type Flag } from '../core/workflow/index.ts'
import { newId } from '../database/newId.ts'
import type { Slugs } from '../options.ts'
import { approvable, type ArticleRow } from './currentText.ts'
import { rowsOf } from './rows.ts'
import { newSlip } from './slipRow.ts'
import { nextEvent } from './trail.ts'

/** Nobody of the house: who acts when an import writes. */
export const importer = 'importer'

/** An article that is about to be written. Its slip comes first: the article's row names it. */
export interface Opening {
  slugs: Slugs
  req: PayloadRequest
  /** The id the slip is to have, which the article's `slip` names. */
  slip: string
  article: ArticleRow
  /** The user who makes it; null for an imported one, which has no writer in the house. */
  creator: string | null
  /** Who caused it, where that is not the creator: the event names them. */
  by?: string
  /** What the event says besides. */
  details?: Readonly<Record<string, string>>
  /** What the importer doubts: each becomes a flag that a person accepts or mends before review. */
  doubts: readonly Diagnostic[]
  /** ISO 8601 in UTC. */
  now: string
}

/** Opens the slip of a new article at `draft`, with the first event of its chain, in the request's transaction. */
export async function openSlip(opening: Opening): Promise<void> {
  const { slugs, req, article, creator, now } = opening
  const rows = rowsOf(req)
  const contentHash = approvable(article).hash
  const flags = withAbsences(opening.doubts.flatMap(flagOf), checkText(canonicalContent(article), article))
  const slip = newSlip({ contentHash, creator, flags })
  const event = nextEvent({
    subject: { kind: 'article', id: article.id, publication: article.publication },
    head: { seq: 0, hash: null },
    event: {
      ...{ transition: 'create', phase: 'done', from: null, to: slip.stage },
      ...{ actorId: opening.by ?? creator ?? importer, rev: slip.rev, reason: null },
      ...{ details: { ...opening.details, contentHash }, at: now },
    },
  })
  const { id, publication } = article
  const head = { trailSeq: event.seq, trailHash: event.hash, publicHash: null }
  await rows.insert(slugs.reviewSlips, { id: opening.slip, article: id, publication, ...slip, ...head })
  await rows.insert(slugs.workflowEvents, event)
}

/** Doubts that a person has to settle before review. The others are shown beside the text and never block. */
const blocking: ReadonlySet<string> = new Set(['article.boundaryUncertain', 'article.orphanFragment'])

/** A doubt as the slip carries it. What is missing from the text is flagged from the text itself. */
export function flagOf({ code, params }: Diagnostic): Flag[] {
  return blocking.has(code) ? [{ id: newId(), code, params, accepted: null }] : []
}
