'use client'
import { useState } from 'react'

import { fill } from '../../translations/index.ts'
import { Finding, type FindingSurroundings } from './Finding.tsx'
import type { FindingGroup } from './groupFindings.ts'

interface FindingKindProps extends FindingSurroundings {
  group: FindingGroup
  look: 'blocker' | 'warning' | 'settled'
}

/** How many findings of a kind are seen before one asks for all; those with something to press always are. */
const atFirst = 6

/** Findings of one kind: a few stand by themselves, many under one title that says once what to do. */
export function FindingKind({ group, look, ...surroundings }: FindingKindProps) {
  const { board } = surroundings.words
  const [all, setAll] = useState(false)
  const { items } = group
  const first = items[0]
  if (!first || items.length < 3)
    return items.map((item) => (
      <Finding key={`${item.key}-${item.fingerprint}`} item={item} {...surroundings} />
    ))
  const quiet = look === 'blocker' && items.every(({ waivable }) => !waivable)
  const shown = quiet && !all ? items.slice(0, atFirst) : items
  return (
    <li className={`broadsheet-preflight__item broadsheet-preflight__item--${look}`}>
      <strong>{fill(board['preflight.kind'], { title: first.title, count: items.length })}</strong>{' '}
      <span className="broadsheet-preflight__fix">{first.fix}</span>
      <ul className="broadsheet-preflight__many">
        {shown.map((item) => (
          <Finding key={`${item.key}-${item.fingerprint}`} item={item} grouped {...surroundings} />
        ))}
      </ul>
      {shown.length < items.length ? (
        <button type="button" className="broadsheet-link" onClick={() => setAll(true)}>
          {fill(board['preflight.all'], { count: items.length })}
        </button>
      ) : null}
    </li>
  )
}
