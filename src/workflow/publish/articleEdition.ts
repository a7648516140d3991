import { idOf } from '../../core/ids.ts'
import type { EditionKind } from '../../core/issue/index.ts'
import type { ArticleFacts, Plan } from '../../core/workflow/index.ts'
import type { ArticleKey } from '../loadFacts.ts'
import { readIssueRow } from '../desk/deskRows.ts'
import { advanceIssue } from '../desk/writeDesk.ts'
import { rowsOf } from '../rows.ts'
import { writeEdition } from './editions.ts'
import { articleManifest } from './manifest.ts'

/**
 * Writes down, for each issue in which readers see the article, what a correction, a withdrawal or a return put before them,
 * in the transaction that did. The issue's chain names it.
 * @returns the manifest of the issue where it appeared first; null where no published issue shows it
 */
export async function writeArticleEdition(
  { slugs, req, id }: ArticleKey,
  move: { kind: EditionKind; plan: Plan; facts: ArticleFacts; version: number },
): Promise<{ edition: string; issue: string } | null> {
  const { kind, plan, facts, version } = move
  const rows = rowsOf(req)
  const places = await rows.all(slugs.placements, {
    and: [{ article: { equals: id } }, { public: { equals: true } }],
  })
  const ids = [...new Set(places.map(({ issue }) => idOf(issue) ?? ''))]
  if (ids.length === 0) return null
  const issues = (
    await rows.all(
      slugs.issues,
      { and: [{ id: { in: ids } }, { stage: { equals: 'published' } }] },
      'publishedAt',
    )
  ).map(readIssueRow)
  const { actorId, at, reason, details } = plan.event
  let first: { edition: string; issue: string } | null = null
  for (const issue of issues) {
    const written = await writeEdition(
      { slugs, req },
      {
        ...{ issue: issue.id, publication: issue.publication, kind, at, actorId },
        content: {
          ...{ format: 1, reason, note: details.note ?? null, notice: details.notice ?? null },
          ...{ correction: details.kind ?? null, askedBy: details.askedBy ?? null },
          articles: [articleManifest({ id, facts }, version)],
        },
      },
    )
    await advanceIssue(
      { slugs, req },
      {
        ...{ issue, edition: written },
        // Whoever asked for the withdrawal of the whole has not seen this.
        ...(issue.pending ? { change: { pending: null } } : {}),
        event: {
          ...{ transition: kind, phase: 'done', from: issue.stage, to: issue.stage, actorId, reason, at },
          details: { article: id, edition: written.id },
        },
      },
    )
    first ??= { edition: written.id, issue: issue.id }
  }
  return first
}
