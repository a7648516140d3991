import { fill, type Words } from '../../translations/index.ts'
import type { SlipAnswer } from '../articleWorkflow/answers.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import { errorKinds, type ErrorKind } from '../WorkflowBar/moveValues.ts'

interface TrailProps {
  trail: SlipAnswer
  words: Words
  language: string
}

type Record_ = SlipAnswer['records'][number]

/** The decisions, oldest first; what a later one has overturned is struck through and says so. */
export function Decisions({ trail, words, language }: TrailProps) {
  const { admin, workflow } = words
  const superseded = new Set(trail.records.flatMap(({ supersedes }) => supersedes))
  return (
    <div className="broadsheet-slip__scroll">
      <table>
        <thead>
          <tr>
            {(['step', 'decision', 'by', 'at', 'opinion', 'text'] as const).map((column) => (
              <th key={column} scope="col">
                {admin[`slip.${column}`]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trail.records.map((record) => {
            const gone = superseded.has(record.id)
            return (
              <tr key={record.id} className={gone ? 'broadsheet-slip__gone' : undefined}>
                <th scope="row">{workflow.stages[record.step]}</th>
                <td>
                  <span className={`broadsheet-slip__decision broadsheet-slip__decision--${record.decision}`}>
                    {workflow.transitions[record.transition]}
                  </span>
                  {gone ? <small> {admin['slip.superseded']}</small> : null}
                </td>
                <td>
                  {record.by}
                  <small> {workflow.who[record.role]}</small>
                </td>
                <td>
                  <time dateTime={record.at}>{formatTime(record.at, language)}</time>
                </td>
                <td>
                  {record.opinion ?? admin['slip.noOpinion']}
                  <Override {...{ record, trail, words }} />
                  <Errors {...{ record, words }} />
                </td>
                <td>
                  <JudgedText {...{ record, trail, words }} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Override({ record, trail, words }: { record: Record_; trail: SlipAnswer; words: Words }) {
  if (!record.override) return null
  const { confirmedBy, standsFor } = record.override
  const steps = standsFor.map((step) => words.workflow.stages[step]).join(words.workflow.comma)
  return (
    <p className="broadsheet-slip__override">
      {fill(words.admin['slip.override'], {
        by: record.by,
        confirmed: trail.names[confirmedBy] ?? confirmedBy,
        steps,
      })}
    </p>
  )
}

function Errors({ record, words }: { record: Record_; words: Words }) {
  if (!record.errors) return null
  const counted = Object.entries(record.errors).filter(([, count]) => count > 0)
  const named = counted.map(
    ([kind, count]) => `${isErrorKind(kind) ? words.admin[`error.${kind}`] : kind} ${count}`,
  )
  return (
    <p className="broadsheet-slip__errors">
      {named.length > 0 ? named.join(words.workflow.comma) : words.admin['error.none']}
    </p>
  )
}

function JudgedText({ record, trail, words }: { record: Record_; trail: SlipAnswer; words: Words }) {
  const { admin } = words
  const text = trail.texts[record.hash]
  const marks = [
    ...(record.hash === trail.slip.contentHash ? [admin['slip.current']] : []),
    ...(record.hash === trail.slip.approvedHash ? [admin['slip.approved']] : []),
    ...(record.previousHash && record.previousHash !== record.hash ? [admin['slip.changedTo']] : []),
  ]
  return (
    <>
      {text ? `${text.headline || admin['slip.noHeadline']} ` : null}
      <small>
        {text ? `${fill(admin['slip.characters'], { count: text.characters })} · ` : null}
        <code title={record.hash}>{record.hash.slice(0, 8)}</code>
        {marks.length > 0 ? ` · ${marks.join(' · ')}` : null}
      </small>
    </>
  )
}

function isErrorKind(kind: string): kind is ErrorKind {
  return (errorKinds as readonly string[]).includes(kind)
}
