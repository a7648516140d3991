import type { IssueKey } from '../../workflow/desk/loadIssue.ts'
import { revisionsSince, type Revision } from '../../workflow/revisionsSince.ts'

/** What happened to an issue, its pages and its layout since a revision, oldest first (W6). */
export function issueRevisionsSince({ slugs, req, id }: IssueKey, rev: number): Promise<Revision[]> {
  return revisionsSince({ slugs, req, article: id, rev })
}
