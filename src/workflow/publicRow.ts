import { idOf } from '../core/ids.ts'
import { nextPublicFacts, type PublicFacts } from '../core/workflow/index.ts'
import { newId } from '../database/newId.ts'
import type { Where } from 'payload'

import type { ArticleRow } from './currentText.ts'
import type { Execution } from './executePlan.ts'
import { refreshPublic } from './refreshPublic.ts'
import { rowsOf } from './rows.ts'

/**
 * The only code that writes what readers see of an article (W1). It goes through the adapter, where no hook
 * runs and no request reaches; everything else that writes an article writes a draft.
 */
export async function writePublicRow({ slugs, req, article, plan, slip }: Execution): Promise<void> {
  const { id, createdAt, ...text } = article
  const last = (await rowsOf(req).one(slugs.articles, { id: { equals: id } })) as ArticleRow | null
  const before = last?._status === 'published' ? last : null
  const { at } = plan.event
  const facts = nextPublicFacts(factsOf(last), { correction: slip.correction, at })
  const row = { ...text, ...storedFacts(facts), _status: 'published', updatedAt: at }
  await req.payload.db.updateOne({ collection: slugs.articles, id, data: row, req, returning: false })
  await addVersion({ slugs, req }, { ...row, id, createdAt })
  await refresh({ slugs, req }, [article, before])
}

/** Takes the public copy away: a tombstone stays where it stood, and the text stays with the staff. */
export async function removePublicRow({ slugs, req, article, plan }: Execution): Promise<void> {
  const before = await publicRow({ slugs, req, article })
  const data = { _status: 'draft', updatedAt: plan.event.at }
  const where = { id: { equals: article.id } }
  // A copy: on MongoDB the adapter writes into what it is given, an `id` without a value among it.
  const given = { collection: slugs.articles, where, data: { ...data } }
  await req.payload.db.updateOne({ ...given, req, returning: false })
  await addVersion({ slugs, req }, { ...article, ...data })
  const { notice } = plan.slip.withdrawal ?? {}
  await refresh({ slugs, req, tombstone: notice }, [article, before])
}

/** 放弃更正: the working copy becomes the published text again. */
export async function restoreWorkingCopy({ slugs, req, article, plan }: Execution): Promise<void> {
  const published = await publicRow({ slugs, req, article })
  if (published) await addVersion({ slugs, req }, { ...published, updatedAt: plan.event.at })
}

type Target = Pick<Execution, 'slugs' | 'req'>

async function publicRow({
  slugs,
  req,
  article,
}: Target & { article: ArticleRow }): Promise<ArticleRow | null> {
  const where: Where = { and: [{ id: { equals: article.id } }, { _status: { equals: 'published' } }] }
  return (await rowsOf(req).one(slugs.articles, where)) as ArticleRow | null
}

/** Adds the latest version, as Payload itself would: the admin and every draft read look there. */
async function addVersion({ slugs, req }: Target, row: Record<string, unknown>): Promise<void> {
  const { id, ...versionData } = row
  const now = String(row.updatedAt)
  await req.payload.db.createVersion({
    collectionSlug: slugs.articles,
    parent: String(id),
    versionData: versionData as never,
    autosave: false,
    createdAt: now,
    updatedAt: now,
    req,
    returning: false,
  })
}

/** What the last public copy said of itself; of an article that readers never saw, nothing. */
function factsOf(row: ArticleRow | null): Partial<PublicFacts> {
  if (typeof row?.publishedAt !== 'string') return {}
  const { publishedAt, printedOn, version, corrections } = row as Partial<PublicFacts>
  return {
    ...{ publishedAt: publishedAt!, printedOn: printedOn ?? null },
    version: version ?? 1,
    corrections: (corrections ?? []).map(({ kind, note, at }) => ({ kind, note, at })),
  }
}

/** Rows of a list have ids of their own. */
function storedFacts(facts: PublicFacts): object {
  return { ...facts, corrections: facts.corrections.map((one) => ({ id: newId(), ...one })) }
}

async function refresh(
  { slugs, req, tombstone }: Target & { tombstone?: string | undefined },
  articles: (ArticleRow | null)[],
): Promise<void> {
  const known = articles.filter((article) => article !== null)
  await refreshPublic({
    slugs,
    req,
    tombstone,
    articles: known.map(({ id }) => id),
    authors: known.flatMap(({ authors }) => authors ?? []).map(idOf),
    media: known.flatMap(({ pictures }) => pictures ?? []).map(({ media }) => idOf(media)),
  })
}
