'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { TransitionName } from '../../core/workflow/index.ts'
import { fill } from '../../translations/index.ts'
import type {
  AnsweredBlocker,
  AnsweredOffer,
  SlipAnswer,
  TransitionsAnswer,
} from '../articleWorkflow/answers.ts'
import { asksOf, buttonsOf } from '../articleWorkflow/moves.ts'
import { useArticle, type ArticleOfPage } from '../articleWorkflow/useArticle.ts'
import { useMove, type MoveInput } from '../articleWorkflow/useMove.ts'
import { useShownRevision } from '../articleWorkflow/useShownRevision.ts'
import { StaleArticle } from '../StaleArticle/index.client.tsx'
import { Facts } from './Facts.tsx'
import './index.css'
import { MoveButtons } from './MoveButtons.tsx'
import { MovePanel } from './MovePanel.tsx'
import { PendingRequest } from './PendingRequest.tsx'
import { Stepper } from './Stepper.tsx'
import { useShortcuts } from './useShortcuts.ts'
import { WhyNot } from './WhyNot.tsx'

/** Where the article stands, and what this person may do about it: above the form, always in sight. */
export function WorkflowBar() {
  const article = useArticle()
  const { id, moves, trail, failed, reload, words } = article
  const { admin } = words
  const { rev } = useShownRevision()

  // Once when the page opens, and again whenever the form shows a newer revision than what is known.
  useEffect(() => {
    if (id && (!moves || (rev !== undefined && moves.rev < rev))) void reload()
  }, [id, rev, moves, reload])
  useReloadOnReturn(id ? reload : null)

  if (!id) return <p className="broadsheet-bar broadsheet-bar--new">{admin['bar.new']}</p>
  if (!moves || !trail)
    return (
      <div className="broadsheet-bar" role="status">
        {failed ? (
          <>
            {admin['bar.failed']}{' '}
            <button type="button" className="broadsheet-link" onClick={() => void reload()}>
              {admin['bar.again']}
            </button>
          </>
        ) : (
          admin['bar.loading']
        )}
      </div>
    )
  return <Bar {...{ article, moves, trail }} />
}

interface BarProps {
  article: ArticleOfPage
  moves: TransitionsAnswer
  trail: SlipAnswer
}

function Bar({ article, moves, trail }: BarProps) {
  const { words } = article
  const { admin } = words
  const part = useRef<HTMLElement>(null)
  const { rev } = useShownRevision()
  const make = useMove()
  const [open, setOpen] = useState<TransitionName | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ message: string; blockers: readonly AnsweredBlocker[] } | null>(
    null,
  )

  const buttons = buttonsOf(moves.transitions)
  const opened = open ? (moves.transitions.find(({ transition }) => transition === open) ?? null) : null
  const stale = rev !== undefined && rev < moves.rev

  const makeMove = async (offer: AnsweredOffer, input: MoveInput) => {
    setBusy(true)
    setRefusal(null)
    const made = await make(offer, input)
    setBusy(false)
    if (made.outcome === 'refused') setRefusal(made)
    if (made.outcome === 'done') {
      setOpen(null)
      part.current?.focus()
    }
  }
  const press = (offer: AnsweredOffer) => {
    setRefusal(null)
    if (asksOf(offer) === null) void makeMove(offer, {})
    else setOpen(offer.transition)
  }
  const close = useCallback(() => {
    setOpen(null)
    setRefusal(null)
    part.current?.focus()
  }, [])

  const { main } = buttons
  const back = buttons.back[0]
  const idle = !busy && open === null && !stale
  useShortcuts(part, {
    main: idle && main ? () => press(main) : null,
    back: idle && back ? () => press(back) : null,
    close: open !== null && !busy ? close : null,
  })

  const lastReturn = trail.records.findLast(({ decision }) => decision !== 'pass')
  const returned =
    lastReturn?.opinion &&
    (moves.stage === 'draft' || moves.stage === 'correcting' || lastReturn.rev >= trail.slip.enteredRev - 1)
      ? lastReturn
      : null
  return (
    <section ref={part} className="broadsheet-bar" aria-label={admin['bar.label']} tabIndex={-1}>
      <div className="broadsheet-bar__top">
        <Stepper {...{ moves, trail, words }} />
        <Facts {...{ article, trail }} />
      </div>
      <PendingRequest {...{ article, trail, busy, confirm: buttons.confirm }} onConfirm={press} />
      {returned ? (
        <p className="broadsheet-bar__returned">
          {fill(admin[returned.decision === 'reject' ? 'bar.lastReject' : 'bar.lastReturn'], {
            name: returned.by,
            opinion: returned.opinion ?? '',
          })}
        </p>
      ) : null}
      {stale ? (
        <StaleArticle {...{ article, moves, trail, rev }} deciding={open !== null} />
      ) : (
        <MoveButtons {...{ buttons, words, open }} disabled={busy} onPress={press} />
      )}
      {moves.stage === 'ready' && !trail.slip.live ? (
        <p className="broadsheet-bar__note">{admin['bar.waitsForIssue']}</p>
      ) : null}
      {moves.edit.length > 0 && !stale ? (
        <p className="broadsheet-bar__note">
          {admin['bar.readOnly']} {moves.edit.map(({ what, fix }) => `${what} ${fix}`).join(' ')}
        </p>
      ) : null}
      {!opened && refusal ? (
        <div className="broadsheet-panel__refusal" role="alert">
          <WhyRefused refusal={refusal} title={admin['move.refused']} />
        </div>
      ) : null}
      {opened ? (
        <MovePanel
          key={opened.transition}
          {...{ article, moves, trail, busy, stale, refusal }}
          offer={opened}
          onMake={(offer, input) => void makeMove(offer, input)}
          onClose={close}
        />
      ) : (
        <WhyNot refused={buttons.refused} goesOn={buttons.main !== null} words={words} />
      )}
    </section>
  )
}

function WhyRefused({ refusal, title }: { refusal: { message: string }; title: string }) {
  return (
    <p>
      <strong>{title}</strong> {refusal.message}
    </p>
  )
}

/** Whoever comes back to the page after a while sees what has happened meanwhile. */
function useReloadOnReturn(reload: (() => Promise<unknown>) | null): void {
  useEffect(() => {
    if (!reload) return
    const onVisible = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [reload])
}
