import { stages, type Stage } from '../../core/workflow/index.ts'
import type { Words } from '../../translations/index.ts'
import type { SlipAnswer, TrailEvent } from '../articleWorkflow/answers.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import { eventName } from '../StaleArticle/eventsSince.ts'

interface TimelineProps {
  trail: SlipAnswer
  words: Words
  language: string
}

/** Everything that happened to the article, newest first. */
export function Timeline({ trail, words, language }: TimelineProps) {
  return (
    <ol className="broadsheet-timeline">
      {[...trail.events].reverse().map((event) => (
        <li key={event.id}>
          <time dateTime={event.at}>{formatTime(event.at, language)}</time>
          <span>{event.actorId === 'importer' ? words.admin['slip.importer'] : event.by}</span>
          <span>
            <strong>{eventName(event, words)}</strong>
            <Way {...{ event, words }} />
            {event.reason ? <q>{reasonOf(event, words)}</q> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Way({ event, words }: { event: TrailEvent; words: Words }) {
  const { from, to } = event
  if (!isStage(from) || !isStage(to) || from === to) return null
  return (
    <small>
      {' '}
      {words.workflow.stages[from]} → {words.workflow.stages[to]}{' '}
    </small>
  )
}

/** An article that reopened by itself gives as its reason what changed, in codes. */
function reasonOf({ reason, transition }: TrailEvent, words: Words): string {
  if (!reason || transition !== 'reopen') return reason ?? ''
  const changes: Record<string, string> = words.workflow.changes
  return reason
    .split(',')
    .map((part) => changes[part] ?? part)
    .join(words.workflow.comma)
}

function isStage(value: string | null): value is Stage {
  return (stages as readonly (string | null)[]).includes(value)
}
