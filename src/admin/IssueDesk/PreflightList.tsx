'use client'
import { Button } from '@payloadcms/ui'
import { useId, useRef } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { IssueMoves, Preflight, PreflightItem } from '../issueWork/answers.ts'
import { Refusal } from '../issueWork/MoveButtons.tsx'
import { useStageMove } from '../issueWork/useStageMove.ts'
import { FindingKind } from './FindingKind.tsx'
import { groupFindings } from './groupFindings.ts'

const looks = { blockers: 'blocker', warnings: 'warning', settled: 'settled' } as const

interface PreflightListProps {
  preflight: Preflight
  moves: IssueMoves
  words: Words
  language: string
  addresses: Addresses
  onChanged: () => Promise<void>
}

/** 付印前检查: what keeps the issue from appearing, then what should be known before it does, then what is settled. */
export function PreflightList(props: PreflightListProps) {
  const { preflight, moves, words, language, addresses, onChanged } = props
  const { board } = words
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { busy, refusal, make } = useStageMove({ language, words })
  const { items } = preflight
  const blockers = items.filter(({ severity, waiver }) => severity === 'blocker' && !waiver)
  const warnings = items.filter(
    ({ severity, acknowledged, waiver }) => severity === 'warning' && !acknowledged && !waiver,
  )
  const settled = items.filter(({ waiver, acknowledged }) => waiver !== null || acknowledged !== null)
  const may = (name: string) =>
    moves.transitions.find(({ transition }) => transition === name)?.allowed ?? false

  const act = async (
    name: 'acknowledge' | 'waive' | 'unwaive',
    given: { items: PreflightItem[]; reason?: string },
  ) => {
    const { rev, hash } = moves
    const chosen = given.items.map(({ key, fingerprint }) => ({ key, fingerprint }))
    const { done } = await make(
      { url: addresses.issueApi, rev, hash },
      { name, data: { ...given, items: chosen } },
    )
    await onChanged()
    if (done) heading.current?.focus()
    return done
  }
  const shared = { words, language, addresses, busy, act, may }
  // What has appeared is checked no more; who answered for what stays to be seen.
  const over = ['published', 'withdrawn'].includes(preflight.stage)
  if (over && settled.length === 0) return null
  const groups = [
    ...(over
      ? []
      : ([
          ['blockers', blockers],
          ['warnings', warnings],
        ] as const)),
    ['settled', settled],
  ] as const
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} ref={heading} tabIndex={-1} className="broadsheet-preflight__heading">
        {board['preflight.title']}
        {over ? null : (
          <small>
            {fill(board['preflight.counts'], { blockers: blockers.length, warnings: warnings.length })}
          </small>
        )}
      </h2>
      {refusal ? <Refusal {...{ refusal, words }} /> : null}
      {!over && blockers.length === 0 && warnings.length === 0 ? (
        <p className="broadsheet-preflight__clear">{board['preflight.clear']}</p>
      ) : null}
      {groups.map(([group, found]) =>
        found.length === 0 ? null : (
          <div key={group}>
            <h3 className="broadsheet-preflight__group">
              {fill(board[`preflight.${group}`], { count: found.length })}
            </h3>
            {group === 'warnings' && found.length > 1 && may('acknowledge') ? (
              <Button
                className="broadsheet-preflight__all"
                buttonStyle="subtle"
                size="small"
                margin={false}
                disabled={busy}
                onClick={() => void act('acknowledge', { items: [...found] })}
              >
                {fill(board['preflight.acknowledgeAll'], { count: found.length })}
              </Button>
            ) : null}
            <ul className="broadsheet-preflight">
              {groupFindings(found).map((kind) => (
                <FindingKind key={kind.code} group={kind} look={looks[group]} {...shared} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  )
}
