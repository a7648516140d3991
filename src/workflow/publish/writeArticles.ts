import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { Plan } from '../../core/workflow/index.ts'
import { batchedInserts } from '../../database/batchedInserts.ts'
import { supersedeVersions } from '../../database/supersedeVersions.ts'
import { newId } from '../../database/newId.ts'
import { optionsOf, type Slugs } from '../../options.ts'
import { approvable, type ArticleRow } from '../currentText.ts'
import { LostRace } from '../lostRace.ts'
import { rowsOf } from '../rows.ts'
import type { SlipRow } from '../slipRow.ts'
import { nextEvent } from '../trail.ts'

/** An article that appears with its issue: the plan, and the rows it was made from. */
export interface Appearing {
  plan: Plan
  slip: SlipRow
  article: ArticleRow
}

/**
 * Carries out the plans of many articles that appear for the first time, as `executePlan` would one by one: public row and
 * version, slip, text, event; and their authors and pictures become public. New rows are written together.
 * @returns the version of each public copy, by article
 */
export async function writeArticles(args: {
  slugs: Slugs
  req: PayloadRequest
  publication: string
  /** The day of the issue, as it is stored. */
  printedOn: string | null
  appearing: readonly Appearing[]
}): Promise<Map<string, number>> {
  const { slugs, req, appearing, printedOn } = args
  const { db } = req.payload
  const batch = batchedInserts(req)
  const insert = (collection: string, data: object) => batch.db.create({ collection, data: { ...data }, req })
  const ids = appearing.map(({ slip }) => slip.article)
  const kept = await keptTexts({ slugs, req, ids })
  await supersedeVersions(req, { collection: slugs.articles, parents: ids })

  for (const { plan, slip, article } of appearing) {
    const { at } = plan.event
    const { canonical, hash } = approvable(article)
    const { article: id, publication } = slip
    const event = nextEvent({
      subject: { kind: 'article', id, publication },
      head: { seq: slip.trailSeq, hash: slip.trailHash },
      ...{ event: plan.event, textHash: hash },
    })
    const won = await rowsOf(req).swap(
      slugs.reviewSlips,
      { and: [{ id: { equals: slip.id } }, { rev: { equals: slip.rev } }] },
      {
        ...{ ...plan.slip, publicHash: hash, publishedAt: slip.publishedAt ?? at },
        ...{ trailSeq: event.seq, trailHash: event.hash },
      },
    )
    if (!won) throw new LostRace(`The slip of article ${id} is no longer at rev ${slip.rev}`)
    if (!kept.has(`${id} ${hash}`))
      await insert(slugs.texts, { id: newId(), article: id, publication, hash, canonical })
    await insert(slugs.workflowEvents, event)
    await writePublic({ slugs, req, batch }, { article, at })
  }
  await batch.flush()
  await showAuthorsAndMedia({ slugs, req }, appearing)
  const { onTransition } = optionsOf(req.payload)
  for (const { plan, slip } of onTransition ? appearing : []) {
    const { transition, actorId, at } = plan.event
    const { article, publication, stage } = slip
    await onTransition?.({
      req,
      article,
      publication,
      transition,
      from: stage,
      to: plan.to,
      actor: actorId,
      at,
    })
  }
  return new Map(ids.map((id) => [id, 1]))

  /** The only rows that readers see (W1), and the version that every draft read finds. */
  async function writePublic(
    target: { slugs: Slugs; req: PayloadRequest; batch: typeof batch },
    { article, at }: { article: ArticleRow; at: string },
  ): Promise<void> {
    const { id, createdAt, ...text } = article
    const row = {
      ...{ ...text, publishedAt: at, printedOn, modifiedAt: null, version: 1, corrections: [] },
      ...{ _status: 'published', updatedAt: at },
    }
    const collection = target.slugs.articles
    // The adapter takes its data apart: each table gets a copy of its own.
    await db.updateOne({ collection, id, data: structuredClone(row), req, returning: false })
    await target.batch.db.createVersion({
      ...{
        collectionSlug: collection,
        parent: id,
        versionData: { ...structuredClone(row), createdAt } as never,
      },
      ...{ autosave: false, createdAt: at, updatedAt: at, req, returning: false },
    })
  }
}

/** The texts that are kept already, by article and hash. */
async function keptTexts(args: { slugs: Slugs; req: PayloadRequest; ids: string[] }): Promise<Set<string>> {
  const { docs } = await args.req.payload.db.find<{ article: string; hash: string }>({
    ...{ collection: args.slugs.texts, where: { article: { in: args.ids } }, limit: 0, pagination: false },
    ...{ select: { article: true, hash: true }, req: args.req },
  })
  return new Set(docs.map(({ article, hash }) => `${article} ${hash}`))
}

/** Whoever is named in the byline and whatever is shown can be read with the articles. */
async function showAuthorsAndMedia(
  { slugs, req }: { slugs: Slugs; req: PayloadRequest },
  appearing: readonly Appearing[],
): Promise<void> {
  const authors = appearing.flatMap(({ article }) => (article.authors ?? []).map(idOf))
  const media = appearing.flatMap(({ article }) => (article.pictures ?? []).map((one) => idOf(one.media)))
  for (const [collection, ids] of [
    [slugs.authors, authors],
    [slugs.media, media],
  ] as const) {
    const known = [...new Set(ids.filter((id) => id !== null))]
    if (known.length === 0) continue
    const where: Where = { and: [{ id: { in: known } }, { public: { not_equals: true } }] }
    await req.payload.db.updateMany({ collection, where, data: { public: true }, req, returning: false })
  }
}
