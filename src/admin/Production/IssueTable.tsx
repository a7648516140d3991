import { Link } from '@payloadcms/ui'

import { fill, type Words } from '../../translations/index.ts'
import { LocalTime } from '../LocalTime/index.tsx'
import { StandingTag } from '../issueWork/StandingTag.tsx'
import type { IssueUnderWay } from './readIssues.ts'

interface IssueTableProps {
  issues: readonly IssueUnderWay[]
  words: Words
  language: string
  /** Prefix of an issue's form in the admin. */
  list: string
  /** Prefix of an issue's flow sheet. */
  flowSheets: string
  label: string
}

/** Issues with how far each is, and the ways to its board, desk and flow sheet. */
export function IssueTable({ issues, words, language, list, flowSheets, label }: IssueTableProps) {
  const { board, labels } = words
  return (
    <div className="broadsheet-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{labels['issues.one']}</th>
            <th scope="col">{board['production.stage']}</th>
            <th scope="col">{board['production.pages']}</th>
            <th scope="col">{words.admin['queue.mine']}</th>
            <th scope="col">{board['production.work']}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <th scope="row">
                <Link href={`${list}/${issue.id}`} prefetch={false}>
                  {issue.title}
                </Link>
              </th>
              <td>
                <StandingTag kind="issue" stage={issue.stage} words={words} />
                {issue.stage === 'scheduled' && issue.publishAt ? (
                  <small>
                    {' '}
                    <LocalTime at={issue.publishAt} language={language} />
                  </small>
                ) : null}
              </td>
              <td>
                {fill(board['production.signed'], { pages: issue.pages, signed: issue.signed })}
                {issue.plannedPages && issue.plannedPages !== issue.pages
                  ? fill(board['head.planned'], { count: issue.plannedPages })
                  : null}
              </td>
              <td>
                <ForMe issue={issue} words={words} desk={`${list}/${issue.id}/desk`} />
              </td>
              <td>
                <span className="broadsheet-links">
                  <Link href={`${list}/${issue.id}/board`} prefetch={false}>
                    {board['board.title']}
                  </Link>
                  <Link href={`${list}/${issue.id}/desk`} prefetch={false}>
                    {board['desk.title']}
                  </Link>
                  <Link href={`${flowSheets}/${issue.id}`} prefetch={false}>
                    {board['flow.title']}
                  </Link>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What in an issue waits for the person who looks: moves of the issue, and of how many of its pages. */
function ForMe({ issue, words, desk }: { issue: IssueUnderWay; words: Words; desk: string }) {
  const { board, desk: say } = words
  const { forMe } = issue
  const moves = [
    ...forMe.issue.map((move) => say.issueTransitions[move]),
    ...forMe.pages.map(({ transition, count }) =>
      fill(board['production.pagesWait'], { move: say.pageTransitions[transition], count }),
    ),
  ]
  if (moves.length === 0) return <>—</>
  return (
    <Link href={forMe.issue.length > 0 ? desk : desk.replace(/desk$/, 'board')} prefetch={false}>
      {moves.join(board.comma)}
    </Link>
  )
}
