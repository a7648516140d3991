import { Fragment } from 'react'
import type { MarkedText } from '../reads/search.ts'

/** A text with what was found in it set off. */
export function Marked({ found }: { found: MarkedText }) {
  const { text, marks, cutBefore, cutAfter } = found
  const parts = marks.map(({ start, end }, index) => (
    <Fragment key={start}>
      {text.slice(marks[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </Fragment>
  ))
  return (
    <>
      {cutBefore && '…'}
      {parts}
      {text.slice(marks.at(-1)?.end ?? 0)}
      {cutAfter && '…'}
    </>
  )
}
