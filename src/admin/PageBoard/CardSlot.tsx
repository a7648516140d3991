'use client'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import type { KeyboardEvent } from 'react'

import type { Words } from '../../translations/index.ts'
import type { BoardCard } from '../issueWork/answers.ts'
import { Card, describeCard } from './Card.tsx'
import type { Spot } from './spots.ts'

/** What all cards of a board have in common. */
export interface CardSurroundings {
  words: Words
  language: string
  /** Prefix of the articles' addresses in the admin. */
  articles: string
  /** The card that has, or had last, the focus: with the first of each other column the tab key reaches it. */
  current: string | null
  /** The card in somebody's hand, by keyboard. */
  heldKey: string | null
  /** Where a dragged card would be put. */
  target: Spot | null
  /** Id of the text that says what the keys do. */
  keysId: string
  onKeyDown: (event: KeyboardEvent<HTMLElement>, at: { spot: Spot; card: BoardCard }) => void
  onFocus: (spot: { page: string | null; article: string }) => void
  /** Asks where to; stays the same function, so that cards need not be drawn again. */
  onDialog: (at: { page: string | null; article: string }) => void
}

interface CardSlotProps extends CardSurroundings {
  card: BoardCard
  /** It is the first of those shown in its column. */
  first: boolean
  spot: Spot
  movable: boolean
}

/** A card's name on the board: an article stands on a page once, and a jump on two pages. */
export function cardKey(page: string | null, article: string): string {
  return `${page ?? 'tray'}:${article}`
}

/** A card in its place: it takes the focus and the keys, can be dragged, and shows where another would be put. */
export function CardSlot(props: CardSlotProps) {
  const { card, spot, first, movable, words, language, current, heldKey, target, keysId } = props
  const key = cardKey(spot.page, card.article)
  const {
    setNodeRef: setCard,
    listeners,
    isDragging,
  } = useDraggable({ id: key, disabled: !movable, data: { spot, card } })
  const { setNodeRef: setSlot } = useDroppable({ id: key, data: { spot } })
  const held = heldKey === key
  const here = current?.startsWith(cardKey(spot.page, '')) ?? false
  const reached = here ? current === key : first
  const before = target !== null && target.page === spot.page && target.index === spot.index
  const classes = [
    'broadsheet-card',
    movable ? 'broadsheet-card--movable' : '',
    held ? 'broadsheet-card--held' : '',
    isDragging ? 'broadsheet-card--dragging' : '',
    before && spot.page !== null ? 'broadsheet-card--before' : '',
    card.held ? 'broadsheet-card--onHold' : '',
  ]
  return (
    <li ref={setSlot} className="broadsheet-board__slot">
      <div
        ref={setCard}
        className={classes.filter((name) => name !== '').join(' ')}
        data-card={key}
        role="group"
        tabIndex={reached ? 0 : -1}
        aria-label={describeCard(card, words)}
        aria-describedby={keysId}
        {...(movable ? listeners : {})}
        onKeyDown={(event) => props.onKeyDown(event, { spot, card })}
        onFocus={() => props.onFocus({ page: spot.page, article: card.article })}
      >
        <Card
          {...{ card, words, language }}
          href={`${props.articles}/${card.article}`}
          reachable={current === key}
          page={spot.page}
          onMove={movable ? props.onDialog : undefined}
        />
      </div>
    </li>
  )
}
