'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

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

/** What a change comes to on the board as the server has it; nothing where it no longer makes sense. */
export type LayoutPlan = (board: Board) => LayoutRequest[]

/**
 * The board of an issue, kept up to date, and how to change its layout. Changes wait for one another: whoever is
 * faster than the network makes each on what the one before has left.
 */
export function useBoard({ url, language, words, paused }: BoardOptions) {
  const [busy, setBusy] = useState(false)
  // What is asked while a change is under way may be answered by what was before it.
  const asked = { language, paused: paused || busy }
  const { value: board, failure, own, reload, put } = usePolled<Board>(`${url}/board`, asked)
  const server = useRef<Board | null>(null)
  const waiting = useRef(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (waiting.current === 0) server.current = board
  }, [board])

  /** Carries out a plan, step after step; stops at the first that is refused. */
  const carryOut = useCallback(
    async (plan: LayoutPlan): Promise<LayoutOutcome> => {
      for (const step of server.current ? plan(server.current) : []) {
        const answer = await request<Board, ErrorAnswer>(`${url}/layout`, {
          ...{ method: 'POST', language },
          data: { rev: server.current?.issue.rev, ...step },
        })
        if (!answer.ok)
          return { done: false, message: answer.body?.errors?.[0]?.message ?? words.board.failed }
        server.current = answer.body
      }
      return { done: true }
    },
    [url, language, words],
  )
  const change = useCallback(
    async (plan: LayoutPlan, preview?: Board): Promise<LayoutOutcome> => {
      // The card is where it was put at once; the server's answer replaces this, or takes it back.
      if (preview) put(preview)
      waiting.current += 1
      setBusy(true)
      const mine = queue.current.then(() => carryOut(plan))
      queue.current = mine
      const outcome = await mine
      waiting.current -= 1
      if (waiting.current === 0) {
        if (server.current) put(server.current)
        if (!outcome.done) await reload()
        setBusy(false)
      }
      return outcome
    },
    [carryOut, put, reload],
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
