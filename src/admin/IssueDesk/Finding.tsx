'use client'
import { Button, Link } from '@payloadcms/ui'
import { useState } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime, inLocalTime } from '../articleWorkflow/formatTime.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { PreflightItem } from '../issueWork/answers.ts'
import { placeHref } from '../issueWork/placeHref.ts'
import { LongText } from '../WorkflowBar/inputs.tsx'
import { Reasons } from '../WorkflowBar/WhyNot.tsx'

/** What all findings of a preflight have in common. */
export interface FindingSurroundings {
  words: Words
  language: string
  addresses: Addresses
  busy: boolean
  may: (name: string) => boolean
  act: (
    name: 'acknowledge' | 'waive' | 'unwaive',
    given: { items: PreflightItem[]; reason?: string },
  ) => Promise<boolean>
}

interface FindingProps extends FindingSurroundings {
  item: PreflightItem
  /** It stands under the title of its kind, which says the rest. */
  grouped?: boolean
}

/** One finding of the preflight: what it is, the way to mend it, and who has answered for it. */
export function Finding({ item, grouped = false, ...surroundings }: FindingProps) {
  const { words, language, addresses, busy, may, act } = surroundings
  const { board } = words
  const [waiving, setWaiving] = useState(false)
  const what = inLocalTime(item.what, language)
  const settled = item.waiver !== null || item.acknowledged !== null
  const look = settled ? 'settled' : item.severity
  return (
    <li
      className={
        grouped
          ? 'broadsheet-preflight__one'
          : `broadsheet-preflight__item broadsheet-preflight__item--${look}`
      }
    >
      <div className="broadsheet-preflight__title">
        {grouped ? <span>{what}</span> : <strong>{item.title}</strong>}
        {item.place ? (
          <Link href={placeHref({ code: item.code, place: item.place }, addresses)} prefetch={false}>
            {fill(board['preflight.go'], { place: item.place.label })}
          </Link>
        ) : null}
      </div>
      {grouped ? null : (
        <p>
          {what} <span className="broadsheet-preflight__fix">{item.fix}</span>
        </p>
      )}
      {item.details && item.details.length > 0 ? (
        <details className="broadsheet-whynot">
          <summary>{fill(board['preflight.details'], { count: item.details.length })}</summary>
          <Reasons blockers={item.details} />
        </details>
      ) : null}
      {item.waiver ? (
        <p className="broadsheet-preflight__settled">
          {fill(board['preflight.waived'], {
            name: item.waiver.by.name,
            time: formatTime(item.waiver.at, language),
            reason: item.waiver.reason,
          })}
        </p>
      ) : null}
      {item.acknowledged ? (
        <p className="broadsheet-preflight__settled">
          {fill(board['preflight.acknowledged'], {
            name: item.acknowledged.by.name,
            time: formatTime(item.acknowledged.at, language),
          })}
        </p>
      ) : null}
      {waiving ? (
        <WaiverForm
          {...{ words, busy }}
          onCancel={() => setWaiving(false)}
          onWaive={async (reason) => {
            if (await act('waive', { items: [item], reason })) setWaiving(false)
          }}
        />
      ) : (
        <div className="broadsheet-preflight__acts">
          {item.severity === 'warning' && !settled && may('acknowledge') ? (
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => void act('acknowledge', { items: [item] })}
            >
              {board['preflight.acknowledge']}
            </Button>
          ) : null}
          {item.waivable && !settled && may('waive') ? (
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => setWaiving(true)}
            >
              {board['preflight.waive']}
            </Button>
          ) : null}
          {item.waiver && may('unwaive') ? (
            <button
              type="button"
              className="broadsheet-link"
              disabled={busy}
              onClick={() => void act('unwaive', { items: [item] })}
            >
              {board['preflight.unwaive']}
            </button>
          ) : null}
          {item.waivable && !settled && !may('waive') ? <small>{board['preflight.waivable']}</small> : null}
        </div>
      )}
    </li>
  )
}

interface WaiverFormProps {
  words: Words
  busy: boolean
  onCancel: () => void
  onWaive: (reason: string) => Promise<void>
}

/** 放行: asks for the reason, which stays to be seen. */
function WaiverForm({ words, busy, onCancel, onWaive }: WaiverFormProps) {
  const { board, admin } = words
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const waive = () => {
    setTried(true)
    if (reason.trim() !== '') void onWaive(reason.trim())
  }
  return (
    <div className="broadsheet-panel">
      <LongText
        label={board['preflight.waiverReason']}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? board['missing.reason'] : null}
      />
      <div className="broadsheet-panel__buttons">
        <Button buttonStyle="primary" size="small" margin={false} disabled={busy} onClick={waive}>
          {board['preflight.waive']}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} onClick={onCancel}>
          {admin['move.cancel']}
        </Button>
      </div>
    </div>
  )
}
