'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import type { Words } from '../../translations/index.ts'
import { Reasons } from '../WorkflowBar/WhyNot.tsx'
import { Field, LongText } from '../WorkflowBar/inputs.tsx'
import type { AnsweredBlocker } from '../articleWorkflow/answers.ts'
import type { MoveAsk, ShownMove } from './shownMoves.ts'

/** What was typed; the moment as ISO 8601 in UTC. */
export interface MoveTyped {
  reason?: string
  publishAt?: string
  notice?: string
}

interface MoveButtonsProps {
  moves: readonly ShownMove[]
  words: Words
  busy: boolean
  refusal: { message: string; blockers: readonly AnsweredBlocker[] } | null
  /** The move whose panel is open from the start. */
  initial?: string | null
  /** True when it was made: then its panel closes. */
  onMake: (move: ShownMove, typed: MoveTyped) => Promise<boolean>
}

/** The moves somebody may make with a page or an issue, their panels, and why the others are refused. */
export function MoveButtons({ moves, words, busy, refusal, initial = null, onMake }: MoveButtonsProps) {
  const [open, setOpen] = useState<string | null>(initial)
  const part = useRef<HTMLDivElement>(null)
  const { admin, board } = words
  const allowed = moves.filter((move) => move.allowed)
  const refused = moves.filter((move) => !move.allowed)
  const opened = allowed.find(({ name }) => name === open) ?? null

  const make = async (move: ShownMove, typed: MoveTyped) => {
    if (await onMake(move, typed)) {
      setOpen(null)
      part.current?.focus()
    }
  }
  const close = () => {
    setOpen(null)
    part.current?.querySelector<HTMLElement>(`[data-move="${open}"]`)?.focus()
  }
  return (
    <div ref={part} className="broadsheet-moves" tabIndex={-1}>
      <div className="broadsheet-bar__moves">
        {allowed.map((move, index) => (
          <Button
            key={move.name}
            buttonStyle={index === 0 && move.onward ? 'primary' : 'secondary'}
            size="small"
            margin={false}
            disabled={busy}
            onClick={() =>
              move.asks.length > 0 || move.meaning !== null ? setOpen(move.name) : void make(move, {})
            }
            extraButtonProps={{ 'aria-expanded': open === move.name, 'data-move': move.name }}
          >
            {move.word}
          </Button>
        ))}
        {allowed.length === 0 ? <p className="broadsheet-bar__note">{admin['bar.nothing']}</p> : null}
      </div>
      {opened ? (
        <MovePanel
          key={opened.name}
          {...{ words, busy, refusal }}
          move={opened}
          onMake={(typed) => void make(opened, typed)}
          onClose={close}
        />
      ) : refusal ? (
        <Refusal {...{ refusal, words }} />
      ) : null}
      {refused.length > 0 ? (
        <details className="broadsheet-whynot">
          <summary>{admin['bar.whyNot']}</summary>
          <dl>
            {refused.map(({ name, word, blockers }) => (
              <div key={name}>
                <dt>{word}</dt>
                <dd>
                  <Reasons blockers={blockers} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      <span className="broadsheet-hidden" role="status">
        {busy ? board['move.busy'] : ''}
      </span>
    </div>
  )
}

interface MovePanelProps {
  move: ShownMove
  words: Words
  busy: boolean
  refusal: MoveButtonsProps['refusal']
  onMake: (typed: MoveTyped) => void
  onClose: () => void
}

/** Asks for what a move needs, and says what it means. What is typed stays when the move is refused. */
function MovePanel({ move, words, busy, refusal, onMake, onClose }: MovePanelProps) {
  const { admin, board } = words
  const [typed, setTyped] = useState<Record<MoveAsk, string>>({ reason: '', publishAt: '', notice: '' })
  const [tried, setTried] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('textarea, input, button')?.focus()
  }, [])
  const error = (ask: MoveAsk) => (tried && typed[ask].trim() === '' ? board[`missing.${ask}`] : null)
  const make = () => {
    setTried(true)
    if (move.asks.some((ask) => typed[ask].trim() === '')) return
    const given = move.asks.map((ask) => [
      ask,
      ask === 'publishAt' ? new Date(typed.publishAt).toISOString() : typed[ask].trim(),
    ])
    onMake(Object.fromEntries(given) as MoveTyped)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      if (!busy) make()
    }
  }
  return (
    <div
      ref={panel}
      className="broadsheet-panel"
      role="group"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
    >
      <h3 id={titleId}>{move.word}</h3>
      {move.meaning ? <p>{move.meaning}</p> : null}
      <div className="broadsheet-panel__inputs">
        {move.asks.map((ask) =>
          ask === 'publishAt' ? (
            <Field key={ask} label={words.desk.fields.publishAt} error={error(ask) ?? undefined}>
              {(field) => (
                <input
                  {...field}
                  type="datetime-local"
                  value={typed.publishAt}
                  onChange={(event) => setTyped({ ...typed, publishAt: event.target.value })}
                />
              )}
            </Field>
          ) : (
            <LongText
              key={ask}
              label={words.desk.fields[ask]}
              value={typed[ask]}
              onChange={(value) => setTyped({ ...typed, [ask]: value })}
              error={error(ask)}
            />
          ),
        )}
      </div>
      {refusal ? <Refusal {...{ refusal, words }} /> : null}
      <div className="broadsheet-panel__buttons">
        <Button buttonStyle="primary" size="small" margin={false} disabled={busy} onClick={make}>
          {busy ? admin['move.busy'] : move.word}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} onClick={onClose}>
          {admin['move.cancel']}
        </Button>
      </div>
    </div>
  )
}

/** What the server refused, with every reason. */
export function Refusal({
  refusal,
  words,
}: {
  refusal: { message: string; blockers: readonly AnsweredBlocker[] }
  words: Words
}) {
  return (
    <div className="broadsheet-panel__refusal" role="alert">
      <p>{words.admin['move.refused']}</p>
      {refusal.blockers.length > 0 ? <Reasons blockers={refusal.blockers} /> : <p>{refusal.message}</p>}
    </div>
  )
}
