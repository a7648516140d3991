import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { TransitionName } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import type { AnsweredOffer } from '../articleWorkflow/answers.ts'
import type { Buttons } from '../articleWorkflow/moves.ts'

interface MoveButtonsProps {
  buttons: Buttons
  words: Words
  /** The move whose panel is open. */
  open: TransitionName | null
  disabled: boolean
  onPress: (offer: AnsweredOffer) => void
}

/** The moves this person may make: the one that takes the article on first, the ways back, and the rest on demand. */
export function MoveButtons({ buttons, words, open, disabled, onPress }: MoveButtonsProps) {
  const { main, back, more, confirm } = buttons
  const { admin, workflow } = words
  const [wide, setWide] = useState(false)
  const moreId = useId()
  const name = ({ transition }: AnsweredOffer) => workflow.transitions[transition]
  if (!main && back.length === 0 && more.length === 0 && !confirm)
    return <p className="broadsheet-bar__note">{admin['bar.nothing']}</p>

  const button = (
    offer: AnsweredOffer,
    shown: { style: 'primary' | 'secondary' | 'subtle'; keys?: string },
  ) => (
    <Button
      key={offer.transition}
      buttonStyle={shown.style}
      size="small"
      margin={false}
      disabled={disabled}
      onClick={() => onPress(offer)}
      extraButtonProps={{
        'aria-expanded': open === offer.transition,
        ...(shown.keys ? { 'aria-keyshortcuts': shown.keys, title: shown.keys } : {}),
      }}
    >
      {name(offer)}
    </Button>
  )
  const first = back[0]
  return (
    <div className="broadsheet-bar__moves">
      {main ? button(main, { style: 'primary', keys: 'Alt+Enter' }) : null}
      {back.map((offer, index) =>
        button(offer, { style: 'secondary', ...(index === 0 ? { keys: 'Alt+R' } : {}) }),
      )}
      {more.length > 0 ? (
        <button
          type="button"
          className="broadsheet-link"
          aria-expanded={wide}
          aria-controls={moreId}
          onClick={() => setWide(!wide)}
        >
          {wide ? admin['bar.less'] : admin['bar.more']}
        </button>
      ) : null}
      {main ? (
        <span className="broadsheet-bar__keys">
          {first
            ? fill(admin['bar.keys'], { main: name(main), back: name(first) })
            : fill(admin['bar.keysMain'], { main: name(main) })}
        </span>
      ) : null}
      <div id={moreId} className="broadsheet-bar__more" hidden={!wide}>
        {more.map((offer) => button(offer, { style: 'subtle' }))}
      </div>
    </div>
  )
}
