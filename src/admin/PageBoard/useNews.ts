'use client'
import { useEffect, useRef, useState } from 'react'

import type { Board } from '../issueWork/answers.ts'
import { changedPages } from './useBoard.ts'

/** How long a page that others have changed is marked, in milliseconds. */
const shownFor = 6_000

/**
 * The pages that others have just changed, for as long as they are marked.
 * @param own the board is what a change of one's own answered
 */
export function useNews(board: Board, own: boolean): ReadonlySet<string> {
  const last = useRef(board)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(none)
  useEffect(() => {
    const before = last.current
    last.current = board
    if (before === board || own) return
    const changed = changedPages(before, board)
    if (changed.length > 0) setFresh(new Set(changed))
  }, [board, own])
  useEffect(() => {
    if (fresh.size === 0) return
    const timer = setTimeout(() => setFresh(none), shownFor)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}

const none: ReadonlySet<string> = new Set()
