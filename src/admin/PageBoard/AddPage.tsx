'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Words } from '../../translations/index.ts'
import { Field } from '../WorkflowBar/inputs.tsx'
import type { Board } from '../issueWork/answers.ts'
import { nextNumber } from './nextNumber.ts'
import type { LayoutOutcome } from './useBoard.ts'

interface AddPageProps {
  board: Board
  words: Words
  busy: boolean
  onAdd: (page: { number: string; name: string }) => Promise<LayoutOutcome>
}

/** 新版: a new page after the last, with a number and a name. */
export function AddPage({ board, words, busy, onAdd }: AddPageProps) {
  const [open, setOpen] = useState(false)
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { board: say, admin } = words
  useEffect(() => {
    if (open) form.current?.querySelector('input')?.focus()
  }, [open])
  if (!board.layout.allowed) return null
  if (!open)
    return (
      <div className="broadsheet-column broadsheet-column--new">
        <Button
          buttonStyle="subtle"
          size="small"
          margin={false}
          onClick={() => {
            setNumber(nextNumber(board.pages.map((page) => page.number)))
            setName('')
            setRefusal(null)
            setOpen(true)
          }}
        >
          {say['page.add']}
        </Button>
      </div>
    )
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    const outcome = await onAdd({ number: number.trim(), name: name.trim() })
    if (outcome.done) setOpen(false)
    else setRefusal(outcome.message)
  }
  return (
    <form
      ref={form}
      className="broadsheet-column broadsheet-column--new broadsheet-panel"
      aria-label={say['page.add']}
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <Field label={words.labels['pages.number']} error={refusal}>
        {(field) => (
          <input
            {...field}
            value={number}
            maxLength={6}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.labels['pages.name']}>
        {(field) => (
          <input {...field} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <div className="broadsheet-panel__buttons">
        <Button
          type="submit"
          buttonStyle="primary"
          size="small"
          margin={false}
          disabled={busy || number.trim() === ''}
        >
          {say['page.addIt']}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setOpen(false)}>
          {admin['move.cancel']}
        </Button>
      </div>
    </form>
  )
}
