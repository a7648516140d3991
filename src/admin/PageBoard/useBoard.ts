'use client'
import { useCallback, useMemo, useState } from 'react'

import type { Words } from '../../translations/index.ts'
import { request } from '../articleWorkflow/request.ts'
import type { ErrorAnswer } from '../articleWorkflow/answers.ts'
import type { Board, BoardCard, LayoutRequest } from '../issueWork/answers.ts'
import { usePolled } from '../issueWork/usePolled.ts'
import { standsElsewhere } from './jumps.ts'
import { moved, type Spot, type Stack } from './spots.ts'

/** What became of a change of the layout; `message` says in words why it was refused. */
export type LayoutOutcome = { done: true } | { done: false; message: string }

/** A page or the tray, as moving sees it. */
export interface BoardStack extends Stack<BoardCard> {
  id: string | null
}

interface BoardOptions {
  /** The issue's address in the API. */
  url: string
  language: string
  words: Words
  /** Something is in the hand: news waits. */
  paused: boolean
}

/** The board of an issue, kept up to date, and how to change its layout. */
export function useBoard({ url, language, words, paused }: BoardOptions) {
  const { value: board, failure, own, reload, put } = usePolled<Board>(`${url}/board`, { language, paused })
  const [busy, setBusy] = useState(false)

  /** Changes the layout, step after step; stops at the first that is refused, and then shows what there is. */
  const change = useCallback(
    async (steps: readonly LayoutRequest[], expected?: Board): Promise<LayoutOutcome> => {
      if (!board) return { done: false, message: words.board.failed }
      // The card is where it was put at once; the server's answer replaces this, or takes it back.
      if (expected) put(expected)
      setBusy(true)
      let latest = board
      for (const asked of steps) {
        const answer = await request<Board, ErrorAnswer>(`${url}/layout`, {
          ...{ method: 'POST', language },
          data: { rev: latest.issue.rev, ...asked },
        })
        if (!answer.ok) {
          const message = answer.body?.errors?.[0]?.message ?? words.board.failed
          put(latest)
          await reload()
          setBusy(false)
          return { done: false, message }
        }
        latest = answer.body
      }
      put(latest)
      setBusy(false)
      return { done: true }
    },
    [board, put, reload, url, language, words],
  )

  const stacks = useMemo<BoardStack[]>(() => (board ? stacksOf(board) : []), [board])
  return { board, failure, own, stacks, busy, reload, change }
}

/** The tray first, then the pages in order: so they stand on the screen, and so the arrow keys walk. */
export function stacksOf(board: Board): BoardStack[] {
  return [{ id: null, cards: board.tray }, ...board.pages.map(({ id, cards }) => ({ id, cards }))]
}

/** The board as it will be when a move is done. */
export function boardAfter(board: Board, move: { from: Spot; to: Spot }): Board {
  const stacks = moved<BoardCard, BoardStack>(stacksOf(board), move)
  const cardsOf = (page: string | null) => [...(stacks.find(({ id }) => id === page)?.cards ?? [])]
  const card = stacksOf(board).find(({ id }) => id === move.from.page)?.cards[move.from.index]
  // A half of a jump that is taken off its page still stands on the other.
  const gone = card && standsElsewhere(board, { page: move.from.page, article: card.article })
  return {
    ...board,
    tray: cardsOf(null).filter(({ article }) => !gone || article !== card.article),
    pages: board.pages.map((page) => ({ ...page, cards: cardsOf(page.id) })),
  }
}

/** A move as the API takes it. */
export function layoutOf(board: Board, { from, to }: { from: Spot; to: Spot }): LayoutRequest | null {
  const card = stacksOf(board).find(({ id }) => id === from.page)?.cards[from.index]
  if (!card) return null
  if (to.page === null) return card.placement === null ? null : { op: 'unplace', placement: card.placement }
  if (card.placement === null) return { op: 'place', article: card.article, page: to.page, index: to.index }
  return { op: 'move', placement: card.placement, page: to.page, index: to.index }
}

/** Pages, by number, that differ between two readings of the board. */
export function changedPages(before: Board, after: Board): string[] {
  const was = new Map(before.pages.map((page) => [page.id, JSON.stringify(page)]))
  return after.pages.filter((page) => was.get(page.id) !== JSON.stringify(page)).map(({ id }) => id)
}

/** The stacks with only those cards in the tray whose headline, column or authors hold the words. */
export function searched(stacks: readonly BoardStack[], search: string): BoardStack[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return [...stacks]
  const matches = ({ headline, column, authors }: BoardCard) =>
    [headline, column, ...authors].some((text) => text?.toLowerCase().includes(wanted))
  return stacks.map((stack) => (stack.id === null ? { ...stack, cards: stack.cards.filter(matches) } : stack))
}
