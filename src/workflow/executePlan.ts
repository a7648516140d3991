import type { PayloadRequest } from 'payload'

import type { Plan } from '../core/workflow/index.ts'
import { newId } from '../database/newId.ts'
import { optionsOf, type Slugs } from '../options.ts'
import { openCorrectionNotice } from './correctionNotice.ts'
import { approvable, type ArticleRow } from './currentText.ts'
import { dropSignatures, unplaceEverywhere } from './desk/dropSignatures.ts'
import { LostRace } from './lostRace.ts'
import { removePublicRow, restoreWorkingCopy, writePublicRow } from './publicRow.ts'
import { rowsOf } from './rows.ts'
import type { SlipRow } from './slipRow.ts'
import { nextEvent, type RecordRow } from './trail.ts'

/** A plan to be carried out, on the rows it was made from. */
export interface Execution {
  slugs: Slugs
  req: PayloadRequest
  plan: Plan
  slip: SlipRow
  article: ArticleRow
}

/**
 * Carries out a plan in the request's transaction: compare-and-set on the slip, then record, text, event and
 * what the plan orders. Throws `LostRace`, before anything else is written, when the slip has moved.
 * @returns the slip as it is now
 */
export async function executePlan(execution: Execution): Promise<SlipRow> {
  const { slugs, req, plan, slip, article } = execution
  const rows = rowsOf(req)
  const { canonical, hash } = approvable(article)
  const record: RecordRow | null = plan.record
    ? { ...plan.record, id: newId(), article: slip.article, publication: slip.publication }
    : null
  const publishes = plan.orders.includes('writePublic')
  const keeps = record !== null || publishes
  const event = nextEvent({
    subject: { kind: 'article', id: slip.article, publication: slip.publication },
    head: { seq: slip.trailSeq, hash: slip.trailHash },
    event: plan.event,
    record,
    textHash: keeps ? hash : null,
  })
  const publicity = publishes
    ? { publicHash: hash, publishedAt: slip.publishedAt ?? plan.event.at }
    : plan.orders.includes('removePublic')
      ? { publicHash: null }
      : {}
  const asked = plan.slip.pending === undefined ? {} : { pendingMove: plan.slip.pending?.transition ?? null }
  const change = { ...plan.slip, ...asked, ...publicity, trailSeq: event.seq, trailHash: event.hash }
  const won = await rows.swap(
    slugs.reviewSlips,
    { and: [{ id: { equals: slip.id } }, { rev: { equals: slip.rev } }] },
    change,
  )
  if (!won) throw new LostRace(`The slip of article ${slip.article} is no longer at rev ${slip.rev}`)
  if (keeps) await keepText({ slugs, req, slip, hash, canonical })
  if (record) await rows.insert(slugs.reviewRecords, record)
  await rows.insert(slugs.workflowEvents, event)

  if (plan.orders.includes('dropSignatures')) await dropSignatures({ ...execution, cause: plan.event })
  if (plan.orders.includes('unplace')) await unplaceEverywhere({ ...execution, cause: plan.event })
  // Before the public row is written: the notice quotes what was printed.
  if (publishes && slip.live) await openCorrectionNotice(execution)
  if (publishes) await writePublicRow(execution)
  if (plan.orders.includes('removePublic')) await removePublicRow(execution)
  if (plan.orders.includes('dropWorkingCopy')) await restoreWorkingCopy(execution)
  const { transition, actorId, at } = plan.event
  const { article: id, publication, stage: from } = slip
  await optionsOf(req.payload).onTransition?.({
    ...{ req, article: id, publication, transition, from, to: change.stage ?? from, actor: actorId, at },
  })
  return { ...slip, ...change }
}

/** Keeps a judged text under its hash, once. */
async function keepText(text: {
  slugs: Slugs
  req: PayloadRequest
  slip: SlipRow
  hash: string
  canonical: string
}): Promise<void> {
  const { slugs, req, slip, hash, canonical } = text
  const rows = rowsOf(req)
  const kept = await rows.one(slugs.texts, {
    and: [{ article: { equals: slip.article } }, { hash: { equals: hash } }],
  })
  if (kept) return
  const { article, publication } = slip
  await rows.insert(slugs.texts, { id: newId(), article, publication, hash, canonical })
}
