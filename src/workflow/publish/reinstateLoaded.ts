import type { CheckedArticle, IssuePlan } from '../../core/issue/index.ts'
import type { IssueKey, LoadedIssue } from '../desk/loadIssue.ts'
import { settleIssue } from '../desk/writeDesk.ts'
import { announcePublicChange } from '../publicChange.ts'
import { writeEdition } from './editions.ts'
import { articleManifest } from './manifest.ts'
import type { Published } from './publishLoaded.ts'

/**
 * Lets readers see a withdrawn issue again, in the request's transaction: the issue, its pages and the places on them. Not one text
 * appears by it: where an article was withdrawn its notice goes on standing, until that article has come back by its own reviews.
 * What another issue of the day has gone on showing stands here again as it is now.
 */
export async function reinstateLoaded(
  { slugs, req }: IssueKey,
  issue: { plan: IssuePlan; loaded: LoadedIssue; articles: readonly CheckedArticle[] },
): Promise<Published> {
  const { plan, loaded } = issue
  const { event } = plan
  const { row } = loaded
  for (const collection of [slugs.placements, slugs.pages])
    await req.payload.db.updateMany({
      ...{ collection, where: { issue: { equals: row.id } }, data: { public: true } },
      ...{ req, returning: false },
    })
  const standing = issue.articles.filter(({ facts }) => facts.slip.live)
  const edition = await writeEdition(
    { slugs, req },
    {
      ...{ issue: row.id, publication: row.publication, kind: 'issueReinstatement' },
      ...{ at: event.at, actorId: event.actorId },
      content: {
        ...{ format: 1, reason: event.details.askedReason ?? null },
        askedBy: event.details.askedBy ?? null,
        articles: standing.map(({ id, facts }) =>
          articleManifest({ id, facts }, loaded.versions.get(id) ?? 1),
        ),
      },
    },
  )
  await settleIssue({ slugs, req }, { issue: row, change: { ...plan.change, public: true }, event, edition })
  const ids = standing.map(({ id }) => id)
  await announcePublicChange({
    ...{ slugs, req },
    change: {
      ...{ kind: 'issue.reinstated', publication: row.publication, issue: row.id },
      ...{ articles: ids, edition: edition.id, at: event.at },
    },
  })
  return { edition, articles: ids, publishedAt: event.at }
}
