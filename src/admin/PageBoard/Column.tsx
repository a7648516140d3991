'use client'
import { useDroppable } from '@dnd-kit/core'
import { useId } from 'react'

import { fill } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { BoardPage } from '../issueWork/answers.ts'
import { shownMoves, type ShownMove } from '../issueWork/shownMoves.ts'
import { StandingTag } from '../issueWork/StandingTag.tsx'
import { lengthOf } from './lengthOf.ts'
import { CardSlot, type CardSurroundings } from './CardSlot.tsx'

interface ColumnProps extends CardSurroundings {
  page: BoardPage
  /** Whether this person may take cards from it and put cards on it. */
  open: boolean
  /** Others have just changed it. */
  fresh: boolean
  /** Opens the page by itself. */
  onDetails: (page: string) => void
  /** Makes the move that takes the page on, or asks for what it needs. */
  onNext: (page: BoardPage, move: ShownMove) => void
}

/** 版: a page as a column: its number and name, how far it is, who signed it, and its articles in order. */
export function Column({ page, open, fresh, onDetails, onNext, ...surroundings }: ColumnProps) {
  const { words, language, target } = surroundings
  const { board } = words
  const { setNodeRef, isOver } = useDroppable({
    id: `page:${page.id}`,
    data: { spot: { page: page.id, index: page.cards.length } },
    disabled: !open,
  })
  const titleId = useId()
  const next = shownMoves(page.offers, { kind: 'page', words }).find(
    ({ name, allowed }) => allowed && (name === 'toProof' || name === 'sign'),
  )
  const { articles, characters, continued } = lengthOf(page.cards)
  const atEnd = target !== null && target.page === page.id && target.index >= page.cards.length
  const classes = ['broadsheet-column', fresh ? 'broadsheet-column--fresh' : '']
  return (
    <section
      className={classes.join(' ')}
      aria-labelledby={titleId}
      id={`page-${page.id}`}
      data-page={page.number}
    >
      <header className="broadsheet-column__head">
        <div className="broadsheet-column__line">
          <h3 id={titleId}>
            {fill(board['page.title'], { number: page.number })}
            {page.name ? <span className="broadsheet-column__name">{page.name}</span> : null}
          </h3>
          <StandingTag kind="page" stage={page.stage} words={words} />
        </div>
        <p className="broadsheet-column__facts">
          {fill(board['page.facts'], { articles, characters })}
          {continued > 0 ? fill(board['page.continued'], { count: continued }) : null}
          <button
            type="button"
            className="broadsheet-link"
            onClick={() => onDetails(page.id)}
            aria-label={fill(board['page.details.of'], { number: page.number })}
          >
            {board['page.details']}
          </button>
        </p>
        {next ? (
          <button type="button" className="broadsheet-column__next" onClick={() => onNext(page, next)}>
            {next.word}
          </button>
        ) : null}
        {page.signedBy && page.signedAt ? (
          <p className="broadsheet-column__signed">
            {fill(board['page.signed'], {
              name: page.signedBy.name,
              time: formatTime(page.signedAt, language),
            })}
          </p>
        ) : null}
        {page.dropped ? (
          <p className="broadsheet-column__dropped" role="note">
            {fill(board['page.dropped'], {
              words: page.dropped.words,
              time: formatTime(page.dropped.at, language),
            })}
          </p>
        ) : null}
      </header>
      <ol
        ref={setNodeRef}
        className={`broadsheet-column__cards${isOver ? ' broadsheet-column__cards--over' : ''}`}
        aria-labelledby={titleId}
      >
        {page.cards.map((card, index) => (
          <CardSlot
            key={card.article}
            {...surroundings}
            card={card}
            spot={{ page: page.id, index }}
            first={index === 0}
            movable={open}
          />
        ))}
        {page.cards.length === 0 ? <li className="broadsheet-column__empty">{board['page.empty']}</li> : null}
        {atEnd ? <li className="broadsheet-column__end" aria-hidden="true" /> : null}
      </ol>
    </section>
  )
}
