import type { Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { CheckedArticle, IssuePlan } from '../../core/issue/index.ts'
import { decide, type Pending, type Plan } from '../../core/workflow/index.ts'
import type { IssueKey, LoadedIssue } from '../desk/loadIssue.ts'
import { settleIssue } from '../desk/writeDesk.ts'
import { executePlan } from '../executePlan.ts'
import { announcePublicChange } from '../publicChange.ts'
import { rowsOf } from '../rows.ts'
import { writeEdition } from './editions.ts'
import { articleManifest } from './manifest.ts'
import { ArticlesRefused, type Published } from './publishLoaded.ts'

/**
 * Takes a published issue away from readers, in the request's transaction: every article of it, as two people decided for the
 * whole, unless another published issue shows it too; its pages and the issue itself. What remains is the notice.
 */
export async function withdrawLoaded(
  key: IssueKey,
  issue: { plan: IssuePlan; loaded: LoadedIssue; articles: readonly CheckedArticle[] },
): Promise<Published> {
  const { slugs, req } = key
  const { plan, loaded, articles } = issue
  const { event } = plan
  const { row } = loaded
  const elsewhere = await shownElsewhere(key, loaded)
  const going = articles.filter(({ id, facts }) => facts.slip.live && !elsewhere.has(id))
  for (const article of going) {
    const slip = loaded.slips.get(article.id)!
    const of = loaded.drafts.get(article.id)!
    await executePlan({ slugs, req, plan: withdrawal(issue, article), slip, article: of })
  }

  const ofIssue: Where = { issue: { equals: row.id } }
  for (const collection of [slugs.placements, slugs.pages])
    await req.payload.db.updateMany({
      collection,
      where: ofIssue,
      data: { public: false },
      req,
      returning: false,
    })
  const edition = await writeEdition(
    { slugs, req },
    {
      ...{ issue: row.id, publication: row.publication, kind: 'issueWithdrawal' },
      ...{ at: event.at, actorId: event.actorId },
      content: {
        ...{ format: 1, notice: plan.change.notice ?? null, reason: event.details.askedReason ?? null },
        askedBy: event.details.askedBy ?? null,
        articles: going.map((article) => articleManifest(article, loaded.versions.get(article.id) ?? 1)),
      },
    },
  )
  const change = { ...plan.change, public: false }
  await settleIssue({ slugs, req }, { issue: row, change, event, edition })
  const ids = going.map(({ id }) => id)
  await announcePublicChange({
    ...{ slugs, req },
    change: {
      ...{ kind: 'issue.withdrawn', publication: row.publication, issue: row.id },
      ...{ articles: ids, edition: edition.id, at: event.at },
    },
  })
  return { edition, articles: ids, publishedAt: event.at }
}

/** An article's own withdrawal, by the two who withdraw the issue; its rule book is asked as for any other. */
function withdrawal({ plan, loaded }: Parameters<typeof withdrawLoaded>[1], article: CheckedArticle): Plan {
  const { pending } = loaded.facts
  const { facts, id } = article
  if (!pending) throw new Error(`Nobody asked for the withdrawal of issue ${loaded.row.id}`)
  const asked: Pending = { ...pending, transition: 'withdraw', hash: facts.slip.contentHash }
  const decision = decide({
    ...{ transition: 'withdraw', now: plan.event.at, bySystem: true },
    actor: { id: plan.event.actorId, roles: ['chief'], publications: [] },
    facts: { ...facts, slip: { ...facts.slip, pending: asked } },
    input: { rev: facts.slip.rev, confirm: true },
  })
  if (decision.allowed) {
    const { event } = decision.plan
    return { ...decision.plan, event: { ...event, details: { ...event.details, issue: loaded.row.id } } }
  }
  throw new ArticlesRefused(
    decision.blockers.map((reason) => ({ ...reason, place: { kind: 'article', id } })),
  )
}

/** Articles of the issue that readers see in another published issue as well: an early and a late edition share texts. */
async function shownElsewhere({ slugs, req, id }: IssueKey, loaded: LoadedIssue): Promise<Set<string>> {
  const articles = [...loaded.slips.keys()]
  if (articles.length === 0) return new Set()
  const places = await rowsOf(req).all(slugs.placements, {
    and: [{ article: { in: articles } }, { issue: { not_equals: id } }, { public: { equals: true } }],
  })
  return new Set(places.map(({ article }) => idOf(article) ?? ''))
}
