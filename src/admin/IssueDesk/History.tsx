'use client'
import { useId, useState } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { IssueEvent } from '../issueWork/answers.ts'

interface HistoryProps {
  events: readonly IssueEvent[]
  words: Words
  language: string
}

/** How many events are seen before one asks for all: laying out an issue makes hundreds. */
const latest = 20

/** Everything that happened to the issue and its pages, the newest first. */
export function History({ events, words, language }: HistoryProps) {
  const { board } = words
  const titleId = useId()
  const [all, setAll] = useState(false)
  const shown = all ? events : events.slice(0, latest)
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{board['history.title']}</h2>
      {events.length === 0 ? <p>{board['history.none']}</p> : null}
      <ol className="broadsheet-history">
        {shown.map((event) => (
          <li key={`${event.page?.id ?? 'issue'}-${event.seq}`}>
            <time dateTime={event.at}>{formatTime(event.at, language)}</time>
            <div>
              {event.page ? `${fill(board['page.title'], { number: event.page.number })} · ` : ''}
              {event.by.name}
              {board.colon}
              {event.words}
              {event.about ? ` · ${event.about}` : ''}
              {event.reason && event.details.cause !== 'preflight' ? (
                <p>{fill(board['history.reason'], { reason: event.reason })}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {shown.length < events.length ? (
        <button type="button" className="broadsheet-link" onClick={() => setAll(true)}>
          {fill(board['history.all'], { count: events.length })}
        </button>
      ) : null}
    </section>
  )
}
