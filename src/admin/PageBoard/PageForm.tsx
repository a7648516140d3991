'use client'
import { Button } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'

import type { Words } from '../../translations/index.ts'
import { Field } from '../WorkflowBar/inputs.tsx'
import type { BoardPage, LayoutRequest } from '../issueWork/answers.ts'
import type { LayoutOutcome, LayoutPlan } from './useBoard.ts'

interface PageFormProps {
  page: BoardPage
  words: Words
  change: (plan: LayoutPlan) => Promise<LayoutOutcome>
  onRemoved: () => void
}

/** 版名、版次: the page's number and name; and taking an empty page out of the issue. */
export function PageForm({ page, words, change, onRemoved }: PageFormProps) {
  const { board, labels } = words
  const [number, setNumber] = useState(page.number)
  const [name, setName] = useState(page.name ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const wanted: LayoutRequest[] = [
    ...(number.trim() !== page.number && number.trim() !== ''
      ? [{ op: 'renumberPage', page: page.id, number: number.trim() } as const]
      : []),
    ...(name.trim() !== (page.name ?? '')
      ? [{ op: 'renamePage', page: page.id, name: name.trim() } as const]
      : []),
  ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    const outcome = await change(() => wanted)
    if (!outcome.done) return setRefusal(outcome.message)
    setSaved(true)
  }
  const remove = async () => {
    setRefusal(null)
    const outcome = await change(() => [{ op: 'removePage', page: page.id }])
    if (outcome.done) onRemoved()
    else setRefusal(outcome.message)
  }
  return (
    <form
      className="broadsheet-panel"
      aria-label={board['page.rename']}
      onSubmit={(event) => void save(event)}
      onChange={() => setSaved(false)}
    >
      <div className="broadsheet-panel__inputs">
        <Field label={labels['pages.number']}>
          {(field) => (
            <input
              {...field}
              value={number}
              maxLength={6}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field label={labels['pages.name']} error={refusal}>
          {(field) => (
            <input {...field} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="broadsheet-panel__buttons">
        <Button
          type="submit"
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={wanted.length === 0}
        >
          {board['page.save']}
        </Button>
        {page.cards.length === 0 ? (
          <Button buttonStyle="subtle" size="small" margin={false} onClick={() => void remove()}>
            {board['page.remove']}
          </Button>
        ) : null}
        <span role="status">{saved && wanted.length === 0 ? board['page.saved'] : ''}</span>
      </div>
    </form>
  )
}
