import { fill } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import { ShownTime } from './index.client.tsx'

interface LocalTimeProps {
  /** ISO 8601 in UTC. */
  at: string
  language: string
  /** What is said of it; `{time}` stands for the moment. */
  sentence?: string
}

/** On a page that the server renders: a moment in the time zone of whoever looks, which only their browser knows. */
export function LocalTime({ at, language, sentence = '{time}' }: LocalTimeProps) {
  const written = fill(sentence, { time: formatTime(at, language) })
  return <ShownTime {...{ at, language, sentence, written }} />
}
