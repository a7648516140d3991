'use client'
import { Button, useFormModified } from '@payloadcms/ui'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { fill } from '../../translations/index.ts'
import type {
  AnsweredBlocker,
  AnsweredOffer,
  SlipAnswer,
  TransitionsAnswer,
} from '../articleWorkflow/answers.ts'
import { asksOf, destinationOf, leavesStage } from '../articleWorkflow/moves.ts'
import type { ArticleOfPage } from '../articleWorkflow/useArticle.ts'
import type { MoveInput } from '../articleWorkflow/useMove.ts'
import { MoveInputs } from './MoveInputs.tsx'
import { firstValues, inputOf, missingIn } from './moveValues.ts'
import { usePeople } from './usePeople.ts'
import { Reasons } from './WhyNot.tsx'

interface MovePanelProps {
  article: ArticleOfPage
  moves: TransitionsAnswer
  trail: SlipAnswer
  offer: AnsweredOffer
  busy: boolean
  /** The page shows an older text than there is: nothing can be decided before it has been looked at. */
  stale: boolean
  refusal: { message: string; blockers: readonly AnsweredBlocker[] } | null
  onMake: (offer: AnsweredOffer, input: MoveInput) => void
  onClose: () => void
}

/** Asks for what a move needs. What is typed stays while the panel is open, also when the move is refused. */
export function MovePanel(props: MovePanelProps) {
  const { article, moves, trail, offer, busy, stale, refusal, onMake, onClose } = props
  const { words } = article
  const { admin, workflow } = words
  const modified = useFormModified()
  const [values, setValues] = useState(() => firstValues(offer, trail.slip))
  const [tried, setTried] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const people = usePeople(asksOf(offer)?.includes('assignee') ?? false)
  const missing = missingIn(offer, { values, words })

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus()
  }, [])

  const make = () => {
    setTried(true)
    if (Object.keys(missing).length > 0) {
      panel.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
      return
    }
    onMake(offer, inputOf(offer, values))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    // Enter in an input would send Payload's form, in which the panel stands.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(typing || event.altKey || event.ctrlKey))
      return
    event.preventDefault()
    event.stopPropagation()
    if (!busy) make()
  }

  const to = offer.targets.length > 0 ? null : destinationOf(offer, moves.path, moves.stage)
  const move = workflow.transitions[offer.transition]
  const title = to
    ? fill(admin['move.title'], { move, from: workflow.stages[moves.stage], to: workflow.stages[to] })
    : move
  const needsSecond = !offer.confirms && (offer.transition === 'override' || offer.transition === 'withdraw')
  return (
    <div ref={panel} className="broadsheet-panel" role="group" aria-label={title} onKeyDown={onKeyDown}>
      <h3>{title}</h3>
      {needsSecond ? <p>{admin['move.needsSecond']}</p> : null}
      <div className="broadsheet-panel__inputs">
        <MoveInputs
          {...{ offer, values, people, words, slip: trail.slip, onChange: setValues }}
          missing={tried ? missing : {}}
        />
      </div>
      {modified && leavesStage(offer.transition) ? <p>{admin['move.saveFirst']}</p> : null}
      {refusal ? (
        <div className="broadsheet-panel__refusal" role="alert">
          <p>{admin['move.refused']}</p>
          {refusal.blockers.length > 0 ? <Reasons blockers={refusal.blockers} /> : <p>{refusal.message}</p>}
        </div>
      ) : null}
      <div className="broadsheet-panel__buttons">
        <Button
          buttonStyle="primary"
          size="small"
          margin={false}
          disabled={busy || stale || !offer.allowed}
          onClick={make}
          extraButtonProps={{ 'aria-keyshortcuts': 'Alt+Enter' }}
        >
          {busy ? admin['move.busy'] : offer.confirms ? fill(admin['pending.button'], { move }) : move}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} onClick={onClose}>
          {admin['move.cancel']}
        </Button>
      </div>
    </div>
  )
}
