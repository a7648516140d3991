'use client'
import { useEffect, useRef, useState } from 'react'

import type { Board } from '../issueWork/answers.ts'
import { changedPages } from './useBoard.ts'

/** How long a page that others have changed is marked, in milliseconds. */
const shownFor = 6_000

/**
 * What others have just changed: the pages, for as long as they are marked, and how often there was news.
 * @param own the board is what a change of one's own answered
 */
export function useNews(board: Board, own: boolean): { fresh: ReadonlySet<string>; count: number } {
  const last = useRef(board)
  const [news, setNews] = useState<{ fresh: ReadonlySet<string>; count: number }>({
    fresh: new Set(),
    count: 0,
  })
  useEffect(() => {
    const before = last.current
    last.current = board
    if (before === board || own) return
    const changed = changedPages(before, board)
    if (changed.length === 0) return
    setNews(({ count }) => ({ fresh: new Set(changed), count: count + 1 }))
  }, [board, own])
  useEffect(() => {
    if (news.fresh.size === 0) return
    const timer = setTimeout(() => setNews(({ count }) => ({ fresh: new Set(), count })), shownFor)
    return () => clearTimeout(timer)
  }, [news])
  return news
}
