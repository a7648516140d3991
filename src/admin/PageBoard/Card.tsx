'use client'
import { Link } from '@payloadcms/ui'
import { memo } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { BoardCard } from '../issueWork/answers.ts'
import { StageTag } from '../StageTag/index.tsx'

interface CardProps {
  card: BoardCard
  /** Address of the article in the admin. */
  href: string
  words: Words
  language: string
  /** Whether its links take part in the tab order: those of the card that has the focus do. */
  reachable: boolean
  /** Opens the dialog "move to …"; absent where the card cannot be moved. */
  onMove?: ((at: { page: string | null; article: string }) => void) | undefined
  /** The page it stands on; null in the tray. */
  page: string | null
}

/** What a card shows: headline, stage, length, authors, doubts, jumps, and what stands in its way. */
export const Card = memo(function Card({ card, href, words, language, reachable, page, onMove }: CardProps) {
  const { board, workflow } = words
  const tabIndex = reachable ? 0 : -1
  return (
    <>
      <div className="broadsheet-card__top">
        <StageTag stage={card.stage} word={workflow.stages[card.stage]} />
        {card.column ? <span className="broadsheet-card__column">{card.column}</span> : null}
        <span className="broadsheet-card__length">
          {fill(board['card.characters'], { count: card.characters })}
        </span>
      </div>
      <Link
        className="broadsheet-card__headline"
        href={href}
        tabIndex={tabIndex}
        draggable={false}
        prefetch={false}
      >
        {card.headline || board['card.noHeadline']}
      </Link>
      {card.headline ? null : <p className="broadsheet-card__begins">{card.title}</p>}
      <div className="broadsheet-card__foot">
        {card.authors.length > 0 ? (
          <span className="broadsheet-card__authors">{card.authors.join('、')}</span>
        ) : null}
        <Marks {...{ card, words, language }} />
        {onMove ? (
          <button
            type="button"
            className="broadsheet-card__move"
            tabIndex={tabIndex}
            onClick={() => onMove({ page, article: card.article })}
            onPointerDown={(event) => event.stopPropagation()}
          >
            {board['card.move']}
          </button>
        ) : null}
      </div>
    </>
  )
})

/** What somebody at the board has to know besides: doubts, jumps, hold, embargo. */
function Marks({ card, words, language }: Pick<CardProps, 'card' | 'words' | 'language'>) {
  const { board } = words
  const marks: [text: string, tone: 'warn' | 'plain'][] = []
  if (card.jump.kind === 'out')
    marks.push([fill(board['card.jumpOut'], { page: card.jump.page ?? '?' }), 'plain'])
  if (card.jump.kind === 'in')
    marks.push([fill(board['card.jumpIn'], { page: card.jump.page ?? '?' }), 'plain'])
  if (card.dueOnPage) marks.push([fill(board['card.dueOnPage'], { page: card.dueOnPage }), 'plain'])
  if (card.doubts > 0) marks.push([fill(board['card.doubts'], { count: card.doubts }), 'warn'])
  if (card.held) marks.push([words.admin['bar.held'], 'warn'])
  if (card.urgent) marks.push([words.admin['bar.urgent'], 'warn'])
  if (card.embargoUntil) {
    const time = formatTime(card.embargoUntil, language)
    marks.push([fill(words.admin['bar.embargo'], { time }), 'plain'])
  }
  return marks.map(([text, tone]) => (
    <span key={text} className={`broadsheet-mark broadsheet-mark--${tone}`}>
      {text}
    </span>
  ))
}

/** What a screen reader says of a card, in one breath. */
export function describeCard(card: BoardCard, words: Words): string {
  const { board, workflow } = words
  return [
    card.headline || `${board['card.noHeadline']} ${card.title}`,
    workflow.stages[card.stage],
    fill(board['card.characters'], { count: card.characters }),
    card.dueOnPage ? fill(board['card.dueOnPage'], { page: card.dueOnPage }) : '',
    card.doubts > 0 ? fill(board['card.doubts'], { count: card.doubts }) : '',
  ]
    .filter((part) => part !== '')
    .join(board.comma)
}
