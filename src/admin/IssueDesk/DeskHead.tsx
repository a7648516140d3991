'use client'
import { Link } from '@payloadcms/ui'

import { issueStages, type IssueStage } from '../../core/issue/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import { MoveButtons } from '../issueWork/MoveButtons.tsx'
import { shownMoves } from '../issueWork/shownMoves.ts'
import { useStageMove } from '../issueWork/useStageMove.ts'
import '../WorkflowBar/index.css'
import type { KnownDesk } from './useDesk.ts'

interface DeskHeadProps extends KnownDesk {
  words: Words
  language: string
  addresses: Addresses
  onChanged: () => Promise<void>
}

/** Where the issue stands on its way to the readers, and the moves that somebody may make with it. */
export function DeskHead({ board, state, words, language, addresses, onChanged }: DeskHeadProps) {
  const { board: say } = words
  const { issue } = board
  const { moves } = state
  const { busy, refusal, make } = useStageMove({ language, words })
  const named: Record<string, string> = words.desk.issueTransitions
  const facts: string[] = []
  if (issue.signedBy && issue.signedAt)
    facts.push(
      fill(say['issue.signed'], { name: issue.signedBy.name, time: formatTime(issue.signedAt, language) }),
    )
  if (issue.publishAt && moves.stage === 'scheduled')
    facts.push(fill(say['issue.scheduled'], { time: formatTime(issue.publishAt, language) }))
  if (issue.publishedAt)
    facts.push(fill(say['issue.published'], { time: formatTime(issue.publishedAt, language) }))
  return (
    <header className="broadsheet-desk__head">
      <div className="broadsheet-desk__line">
        <IssuePath stage={moves.stage as IssueStage} words={words} />
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <span className="broadsheet-board__links">
          <Link href={addresses.board} prefetch={false}>
            {say['board.title']}
          </Link>
          <Link href={addresses.flowSheet} prefetch={false}>
            {say['flow.title']}
          </Link>
          <a href={`${addresses.issueApi}/flow-sheet.csv`} download>
            {say['flow.csv']}
          </a>
        </span>
      </div>
      {issue.dropped ? (
        <p className="broadsheet-column__dropped" role="note">
          {fill(say['issue.dropped'], {
            words: issue.dropped.words,
            time: formatTime(issue.dropped.at, language),
          })}
        </p>
      ) : null}
      {moves.pending ? (
        <p className="broadsheet-board__fixed" role="status">
          {fill(say['issue.pending'], {
            name: moves.pending.by.name,
            move: named[moves.pending.transition] ?? moves.pending.transition,
            reason: moves.pending.reason,
            time: formatTime(moves.pending.at, language),
          })}
          {moves.pending.notice ? (
            <> {fill(say['issue.pendingNotice'], { notice: moves.pending.notice })}</>
          ) : null}
        </p>
      ) : null}
      <MoveButtons
        moves={shownMoves(moves.transitions, { kind: 'issue', words })}
        {...{ words, busy, refusal }}
        onMake={async (move, typed) => {
          const { done } = await make(
            { url: addresses.issueApi, rev: moves.rev, hash: moves.hash },
            { name: move.name, data: { ...typed, ...(move.confirms ? { confirm: true } : {}) } },
          )
          await onChanged()
          return done
        }}
      />
    </header>
  )
}

/** The way of an issue, step by step. */
function IssuePath({ stage, words }: { stage: IssueStage; words: Words }) {
  const way = issueStages.filter((step) => (step !== 'withdrawn' && step !== 'scheduled') || step === stage)
  const here = way.indexOf(stage)
  return (
    <ol className="broadsheet-path" aria-label={words.board['issue.path']}>
      {way.map((step, index) => (
        <li
          key={step}
          className={`broadsheet-path__step broadsheet-path__step--${index < here ? 'done' : index === here ? 'here' : 'todo'}`}
          aria-current={index === here ? 'step' : undefined}
        >
          <span className="broadsheet-path__mark" aria-hidden="true">
            {index < here ? '✓' : index === here ? '●' : ''}
          </span>
          {words.desk.issueStages[step]}
        </li>
      ))}
    </ol>
  )
}
