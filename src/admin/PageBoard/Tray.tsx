'use client'
import { useDroppable } from '@dnd-kit/core'
import { useId } from 'react'

import { fill } from '../../translations/index.ts'
import type { BoardCard } from '../issueWork/answers.ts'
import { CardSlot, type CardSurroundings } from './CardSlot.tsx'

interface TrayProps extends CardSurroundings {
  cards: readonly BoardCard[]
  /** How many there are besides those shown. */
  more: number
  /** Whether cards may be taken out of it and put into it. */
  open: boolean
  search: string
  onSearch: (search: string) => void
}

/** 未上版: the articles that stand on no page of this issue and might. */
export function Tray({ cards, more, open, search, onSearch, ...surroundings }: TrayProps) {
  const { words } = surroundings
  const { board } = words
  const { setNodeRef, isOver } = useDroppable({
    id: 'tray',
    data: { spot: { page: null, index: 0 } },
    disabled: !open,
  })
  const titleId = useId()
  const wanted = search.trim().toLowerCase()
  const shown = cards
    .map((card, index) => ({ card, index }))
    .filter(({ card }) => wanted === '' || matches(card, wanted))
  return (
    <section className="broadsheet-tray" aria-labelledby={titleId}>
      <header className="broadsheet-column__head">
        <div className="broadsheet-column__line">
          <h3 id={titleId}>{board['tray.title']}</h3>
          <span className="broadsheet-tray__count">{cards.length + more}</span>
        </div>
        {cards.length > 5 ? (
          <input
            type="search"
            className="broadsheet-tray__search"
            placeholder={board['tray.search']}
            aria-label={board['tray.search']}
            value={search}
            onChange={(event) => onSearch(event.target.value)}
          />
        ) : null}
      </header>
      <ul
        ref={setNodeRef}
        className={`broadsheet-column__cards${isOver ? ' broadsheet-column__cards--over' : ''}`}
        aria-labelledby={titleId}
      >
        {shown.map(({ card, index }) => (
          <CardSlot
            key={card.article}
            {...surroundings}
            card={card}
            spot={{ page: null, index }}
            movable={open}
          />
        ))}
        {shown.length === 0 ? (
          <li className="broadsheet-column__empty">
            {board[cards.length === 0 ? 'tray.empty' : 'tray.noMatch']}
          </li>
        ) : null}
        {more > 0 ? (
          <li className="broadsheet-column__empty">{fill(board['tray.more'], { count: more })}</li>
        ) : null}
      </ul>
    </section>
  )
}

function matches({ headline, authors, column }: BoardCard, wanted: string): boolean {
  return [headline, column, ...authors].some((text) => text?.toLowerCase().includes(wanted))
}
