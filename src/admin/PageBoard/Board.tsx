'use client'
import { DndContext, DragOverlay } from '@dnd-kit/core'
import { useModal } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useMemo, useState } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import type { Board as BoardAnswer, BoardPage } from '../issueWork/answers.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { ShownMove } from '../issueWork/shownMoves.ts'
import { useStageMove } from '../issueWork/useStageMove.ts'
import { AddPage } from './AddPage.tsx'
import { ArchivePanel } from './ArchivePanel.tsx'
import { BoardHead } from './BoardHead.tsx'
import { Card } from './Card.tsx'
import { cardKey, type CardSurroundings } from './CardSlot.tsx'
import { Column } from './Column.tsx'
import { Keys } from './Keys.tsx'
import { MoveDialog, moveDialogSlug } from './MoveDialog.tsx'
import { PageDetails, pageDetailsSlug } from './PageDetails.tsx'
import { continued, followUps, otherHalves } from './jumps.ts'
import { spotOf, type Spot } from './spots.ts'
import { Tray } from './Tray.tsx'
import {
  boardAfter,
  layoutOf,
  searched,
  stacksOf,
  type BoardStack,
  type LayoutOutcome,
  type useBoard,
} from './useBoard.ts'
import { currentCard, useCardFocus } from './useCardFocus.ts'
import { useCarry } from './useCarry.ts'
import { useDragging } from './useDragging.ts'
import { useNews } from './useNews.ts'

interface BoardProps extends Omit<ReturnType<typeof useBoard>, 'board'> {
  board: BoardAnswer
  words: Words
  language: string
  addresses: Addresses
  /** Something is in the hand, or nothing any more. */
  onHand: (inHand: boolean) => void
}

/** A card from where it stands to where it is put. */
interface Move {
  article: string
  from: Spot
  to: Spot
}

/** A card by where it stands. */
interface At {
  page: string | null
  article: string
}

/** The board once it is known: the tray, the pages, and everything by which cards move. */
export function Board(props: BoardProps) {
  const { board, stacks, own, busy, failure, change, reload, words, language, addresses, onHand } = props
  const keysId = useId()
  const { openModal } = useModal()
  const [search, setSearch] = useState('')
  const [said, setSaid] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [asked, setAsked] = useState<At | null>(null)
  const [details, setDetails] = useState<{ page: string; move: string | null } | null>(null)
  const [archive, setArchive] = useState(false)
  const fresh = useNews(board, own)
  const { chosen, focus, focused } = useCardFocus()

  const pages = useMemo(() => new Map(board.pages.map((page) => [page.id, page])), [board])
  const open = (page: string | null) =>
    board.layout.allowed && (page === null || pages.get(page)?.stage !== 'signed')
  const mayPut = (page: string | null, article: string) =>
    open(page) && !pages.get(page ?? '')?.cards.some((card) => card.article === article)

  const sayPut = (to: Spot) => fill(words.board['say.put'], { place: placeOf(to, pages, words) })
  const ask = useCallback(
    (at: At) => {
      setAsked(at)
      openModal(moveDialogSlug)
    },
    [openModal],
  )
  /** What a move comes to: the same on what is shown and on what the server has by then. */
  const moveOn = (on: BoardAnswer, { article, from, to }: Move) => {
    const at = spotOf(stacksOf(on), { page: from.page, article })
    return at ? { article, from: at, to } : null
  }
  const put = async (move: Move) => {
    // The tray is seen through the search; what is moved is a card of the whole of it.
    const shown = moveOn(board, move)
    if (!shown) return
    const { article, from, to } = move
    const left = to.page === null ? otherHalves(board, { page: from.page, article })[0] : undefined
    focus({ page: left ? (pageOf(left.placement) ?? null) : to.page, article })
    setRefusal(null)
    const plan = (on: BoardAnswer) => {
      const now = moveOn(on, move)
      const layout = now && layoutOf(on, now)
      return layout ? [layout, ...followUps(on, now)] : []
    }
    finish(await change(plan, boardAfter(board, shown)), move)
  }
  const jump = async (move: Move) => {
    setRefusal(null)
    const plan = (on: BoardAnswer) => {
      const now = moveOn(on, move)
      return now ? continued(on, now) : []
    }
    const outcome = await change(plan)
    focus({ page: move.to.page, article: move.article })
    finish(outcome, move)
  }
  const finish = (outcome: LayoutOutcome, { article, from, to }: Move) => {
    if (outcome.done) return setSaid(sayPut(to))
    focus({ page: from.page, article })
    setRefusal(outcome.message)
  }
  const pageOf = (placement: string | null) =>
    board.pages.find(({ cards }) => cards.some((card) => card.placement === placement))?.id
  const seen = useMemo(() => searched(stacks, search), [stacks, search])
  const carry = useCarry<BoardStack>({
    ...{ mayPut },
    stacks: seen,
    mayTake: open,
    onFocus: (at) => focus(at),
    onPut: (move) => void put(move),
    onUnplace: (from) => {
      const card = seen.find(({ id }) => id === from.page)?.cards[from.index]
      if (card) void put({ article: card.article, from, to: { page: null, index: 0 } })
    },
    onDialog: (at) => ask(at),
    say: (what, spot) => setSaid(fill(words.board[`say.${what}`], { place: placeOf(spot, pages, words) })),
  })
  const current = currentCard(chosen, carry.shown)
  const drag = useDragging({ mayPut, onPut: (move) => void put(move) })

  const showDetails = (page: string, move: string | null = null) => {
    setDetails({ page, move })
    openModal(pageDetailsSlug)
  }

  const pageMove = useStageMove({ language, words })
  const next = async ({ id, rev, hash }: BoardPage, { name, meaning, asks }: ShownMove) => {
    if (meaning !== null || asks.length > 0) return showDetails(id, name)
    setRefusal(null)
    const outcome = await pageMove.make({ url: `${addresses.pagesApi}/${id}`, rev, hash }, { name, data: {} })
    if (outcome.refusal) setRefusal(outcome.refusal.message)
    await reload('change')
  }
  const printedLongAgo =
    board.issue.publication.profile === 'archive' && !['published', 'withdrawn'].includes(board.issue.stage)
  const inHand = carry.held !== null || drag.dragged !== null
  useEffect(() => onHand(inHand), [onHand, inHand])
  const numbers = board.pages.filter(({ id }) => fresh.has(id)).map(({ number }) => number)
  const news =
    numbers.length > 0 ? fill(words.board['say.news'], { pages: numbers.join(words.board.comma) }) : ''

  useEffect(() => {
    // A link to a page of the issue, as the preflight has them: its column is drawn only now.
    const named = window.location.hash.slice(1)
    if (named) document.getElementById(named)?.scrollIntoView({ block: 'nearest', inline: 'start' })
  }, [])

  const surroundings: CardSurroundings = {
    ...{ words, language, current, keysId },
    articles: addresses.articles,
    heldKey: carry.held ? cardKey(carry.held.at.page, carry.held.article) : null,
    target: drag.target,
    onKeyDown: carry.onKeyDown,
    onFocus: focused,
    onDialog: ask,
  }
  const cardsOf = (id: string | null) => carry.shown.find((stack) => stack.id === id)?.cards ?? []
  const shownPages: BoardPage[] = board.pages.map((page) => ({ ...page, cards: [...cardsOf(page.id)] }))
  return (
    <>
      <BoardHead {...{ board, words, addresses, failure, refusal }} onDismiss={() => setRefusal(null)}>
        {printedLongAgo ? (
          <button
            type="button"
            className="broadsheet-link"
            aria-expanded={archive}
            onClick={() => setArchive(!archive)}
          >
            {words.board['archive.open']}
          </button>
        ) : null}
      </BoardHead>
      {printedLongAgo && archive ? (
        <ArchivePanel
          {...{ board, words, language }}
          url={addresses.issueApi}
          articles={addresses.articles}
          onChanged={() => void reload('change')}
        />
      ) : null}
      <Keys id={keysId} words={words} movable={board.layout.allowed} />
      <DndContext
        sensors={drag.sensors}
        collisionDetection={drag.collisionDetection}
        onDragStart={drag.onDragStart}
        onDragMove={drag.onDragMove}
        onDragEnd={drag.onDragEnd}
        onDragCancel={drag.onDragCancel}
        // The board has its own words, for the mouse and for the keyboard alike.
        accessibility={{ announcements: silence, screenReaderInstructions: { draggable: '' } }}
      >
        <div className="broadsheet-board__main" aria-busy={busy}>
          <Tray
            {...surroundings}
            cards={cardsOf(null)}
            total={board.tray.length + board.trayMore}
            more={board.trayMore}
            open={open(null)}
            {...{ search, onSearch: setSearch }}
          />
          <div className="broadsheet-board__pages">
            {shownPages.map((page) => (
              <Column
                key={page.id}
                {...surroundings}
                page={page}
                open={open(page.id)}
                fresh={fresh.has(page.id)}
                onDetails={showDetails}
                onNext={(of, move) => void next(of, move)}
              />
            ))}
            {board.pages.length === 0 ? (
              <p className="broadsheet-board__start">
                {words.board[board.layout.allowed ? 'board.noPages' : 'board.noPagesYet']}
              </p>
            ) : null}
            <AddPage
              {...{ board, words, busy }}
              onAdd={(page) => change(() => [{ op: 'addPage', ...page }])}
            />
          </div>
        </div>
        <DragOverlay dropAnimation={null}>
          {drag.dragged ? (
            <div className="broadsheet-card broadsheet-card--overlay">
              <Card card={drag.dragged.card} {...{ words, language }} href="" page={null} reachable={false} />
            </div>
          ) : null}
        </DragOverlay>
      </DndContext>
      <MoveDialog
        {...{ board, words, mayPut }}
        at={asked ? spotOf(stacks, asked) : null}
        onPut={(move) => void put(move)}
        onJump={(move) => void jump(move)}
        onClosed={() => (asked ? focus(asked) : undefined)}
      />
      <PageDetails
        {...{ words, language, addresses, change }}
        page={details ? (pages.get(details.page) ?? null) : null}
        move={details?.move ?? null}
        layout={board.layout.allowed}
        onChanged={() => void reload('change')}
      />
      <div className="broadsheet-hidden" role="status" aria-live="polite">
        {said}
      </div>
      <p className="broadsheet-board__news" role="status">
        {news}
      </p>
    </>
  )
}

const nothing = () => undefined
const silence = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }

/** A spot in words: page 3, second of five. */
function placeOf(spot: Spot, pages: ReadonlyMap<string, BoardPage>, words: Words): string {
  if (spot.page === null) return words.board['tray.title']
  const number = pages.get(spot.page)?.number ?? ''
  return fill(words.board['say.place'], { number, position: spot.index + 1 })
}
