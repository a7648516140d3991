'use client'
import { useSyncExternalStore } from 'react'

import { fill } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'

interface ShownTimeProps {
  at: string
  language: string
  sentence: string
  /** As the server wrote it: the page is taken over with these words and then corrected. */
  written: string
}

const never = () => () => undefined

/** The browser's part of `LocalTime`. */
export function ShownTime({ at, language, sentence, written }: ShownTimeProps) {
  const said = useSyncExternalStore(
    never,
    () => fill(sentence, { time: formatTime(at, language) }),
    () => written,
  )
  return <time dateTime={at}>{said}</time>
}
