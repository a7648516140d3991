'use client'
import { useDroppable } from '@dnd-kit/core'
import { useId } from 'react'

import { fill } from '../../translations/index.ts'
import type { BoardCard } from '../issueWork/answers.ts'
import { CardSlot, type CardSurroundings } from './CardSlot.tsx'

interface TrayProps extends CardSurroundings {
  /** Those that match the search. */
  cards: readonly BoardCard[]
  /** How many there are, matching or not. */
  total: number
  /** How many of them the board was not told of. */
  more: number
  /** Whether cards may be taken out of it and put into it. */
  open: boolean
  search: string
  onSearch: (search: string) => void
}

/** 未上版: the articles that stand on no page of this issue and might. */
export function Tray({ cards, total, more, open, search, onSearch, ...surroundings }: TrayProps) {
  const { words } = surroundings
  const { board } = words
  const { setNodeRef, isOver } = useDroppable({
    id: 'tray',
    data: { spot: { page: null, index: 0 } },
    disabled: !open,
  })
  const titleId = useId()
  return (
    <section className="broadsheet-tray" aria-labelledby={titleId}>
      <header className="broadsheet-column__head">
        <div className="broadsheet-column__line">
          <h3 id={titleId}>{board['tray.title']}</h3>
          <span className="broadsheet-tray__count">{total}</span>
        </div>
        {total > 5 || search !== '' ? (
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
        {cards.map((card, index) => (
          <CardSlot
            key={card.article}
            {...surroundings}
            card={card}
            spot={{ page: null, index }}
            first={index === 0}
            movable={open}
          />
        ))}
        {cards.length === 0 ? (
          <li className="broadsheet-column__empty">{board[search === '' ? 'tray.empty' : 'tray.noMatch']}</li>
        ) : null}
        {more > 0 ? (
          <li className="broadsheet-column__empty">{fill(board['tray.more'], { count: more })}</li>
        ) : null}
      </ul>
    </section>
  )
}
