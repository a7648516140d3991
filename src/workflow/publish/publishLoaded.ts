import type { CheckedArticle, IssuePlan } from '../../core/issue/index.ts'
import { deskBlocker, type AnyBlocker } from '../../core/issue/index.ts'
import { storedDay } from '../../core/days.ts'
import { decide, type Plan } from '../../core/workflow/index.ts'
import { newId } from '../../database/newId.ts'
import type { IssueKey, LoadedIssue } from '../desk/loadIssue.ts'
import { settleIssue } from '../desk/writeDesk.ts'
import { announcePublicChange } from '../publicChange.ts'
import { responsibilities, issueManifest } from './manifest.ts'
import { showPages } from './showPages.ts'
import { writeArticles, type Appearing } from './writeArticles.ts'
import { writeEdition } from './editions.ts'

/** What an issue's publication made. */
export interface Published {
  edition: { id: string; hash: string; number: number }
  /** Ids of the articles that readers see now and did not before. */
  articles: string[]
  publishedAt: string
}

/** The rule book of the articles refuses one: nothing is published. Thrown inside the transaction, which is rolled back. */
export class ArticlesRefused extends Error {
  override name = 'ArticlesRefused'
  constructor(readonly blockers: AnyBlocker[]) {
    super(`${blockers.length} articles keep the issue from appearing`)
  }
}

/**
 * Publishes an issue whose row has been claimed and whose preflight is green: public rows, versions, slips, texts, events,
 * manifest, and what follows them, all in the request's transaction.
 */
export async function publishLoaded(
  { slugs, req }: IssueKey,
  issue: { plan: IssuePlan; loaded: LoadedIssue; articles: readonly CheckedArticle[] },
): Promise<Published> {
  const { plan, loaded, articles } = issue
  const { event } = plan
  const { row, facts } = loaded
  const edition = newId()
  const appearing = appearingArticles(issue, { edition })
  const lines = responsibilities(facts, articles)

  const versions = await writeArticles({
    ...{ slugs, req, appearing, publication: row.publication },
    printedOn: row.date && storedDay(row.date),
  })
  for (const { id } of articles) if (!versions.has(id)) versions.set(id, loaded.versions.get(id) ?? 1)
  await showPages({ slugs, req, loaded, lines, plan })
  const written = await writeEdition(
    { slugs, req },
    {
      ...{ id: edition, issue: row.id, publication: row.publication, kind: 'issue' },
      ...{ at: event.at, actorId: event.actorId },
      content: issueManifest({ issue: facts, articles, versions, lines }),
    },
  )
  await settleIssue(
    { slugs, req },
    {
      issue: row,
      change: { ...plan.change, public: true },
      event: { ...event, details: { ...event.details, articles: appearing.length } },
      edition: written,
    },
  )
  const ids = appearing.map(({ slip }) => slip.article)
  await announcePublicChange({
    ...{ slugs, req },
    change: {
      ...{ kind: 'issue.published', publication: row.publication, issue: row.id },
      ...{ articles: ids, edition: written.id, at: event.at },
    },
  })
  return { edition: written, articles: ids, publishedAt: event.at }
}

/** The plans of the articles that appear with the issue; another edition of the day may have shown some already. */
function appearingArticles(
  { plan, loaded, articles }: Parameters<typeof publishLoaded>[1],
  { edition }: { edition: string },
): Appearing[] {
  const { actorId, at } = plan.event
  const refused: AnyBlocker[] = []
  const appearing = articles.flatMap((article): Appearing[] => {
    const { id, facts, title } = article
    if (facts.slip.live) return []
    const decision = decide({
      ...{ transition: 'publish', bySystem: true, facts, now: at, input: { rev: facts.slip.rev } },
      actor: { id: actorId, roles: [], publications: [] },
    })
    if (decision.allowed) {
      const slip = loaded.slips.get(id)!
      return [
        {
          plan: inIssue(decision.plan, { issue: loaded.row.id, edition }),
          slip,
          article: loaded.drafts.get(id)!,
        },
      ]
    }
    refused.push({
      ...deskBlocker('preflight.approval', { article: title }, { kind: 'article', id }),
      ...{ details: decision.blockers },
    })
    return []
  })
  if (refused.length > 0) throw new ArticlesRefused(refused)
  return appearing
}

/** The article's own chain says with which issue it appeared, and where that is written down. */
function inIssue(plan: Plan, details: { issue: string; edition: string }): Plan {
  return { ...plan, event: { ...plan.event, details: { ...plan.event.details, ...details } } }
}
