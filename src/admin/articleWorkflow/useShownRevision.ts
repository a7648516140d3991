'use client'
import { useForm, useFormFields } from '@payloadcms/ui'
import { useCallback } from 'react'

/** The revision that the form shows, and by which a save or decision says what it is about. */
export interface ShownRevision {
  /** Undefined while a new article is being written. */
  rev: number | undefined
  /** Reads it now, not as of the last render. */
  read: () => number | undefined
  /** After a move of one's own: the text is the same, the revision is another. */
  set: (rev: number) => void
  /** Waits until the form shows another revision than this one, as after a save. Undefined when it does not. */
  after: (rev: number | undefined) => Promise<number | undefined>
  /** Waits until the form shows this revision, as after a save that was under way. */
  reach: (rev: number | undefined) => Promise<void>
}

/** Frames to wait for Payload to merge the answer of a save into the form: about two seconds. */
const patience = 120

/** The form's hidden field `rev`. */
export function useShownRevision(): ShownRevision {
  const { getField, dispatchFields } = useForm()
  const rev = useFormFields(([fields]) => numberOf(fields.rev?.value))
  const read = useCallback(() => numberOf(getField('rev')?.value), [getField])
  const set = useCallback(
    (value: number) => dispatchFields({ type: 'UPDATE', path: 'rev', value, initialValue: value }),
    [dispatchFields],
  )
  const after = useCallback(
    async (before: number | undefined) => {
      for (let frame = 0; frame < patience && read() === before; frame += 1) await nextFrame()
      const now = read()
      return now === before ? undefined : now
    },
    [read],
  )
  const reach = useCallback(
    async (wanted: number | undefined) => {
      for (let frame = 0; frame < patience && read() !== wanted; frame += 1) await nextFrame()
    },
    [read],
  )
  return { rev, read, set, after, reach }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
