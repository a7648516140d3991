'use client'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'

import { cardKey } from './CardSlot.tsx'
import type { BoardStack } from './useBoard.ts'

/** The card that the tab key reaches: the one chosen last while it is there, else the first of a page. */
export function currentCard(chosen: string | null, stacks: readonly BoardStack[]): string | null {
  const keys = stacks.flatMap(({ id, cards }) => cards.map(({ article }) => cardKey(id, article)))
  if (chosen !== null && keys.includes(chosen)) return chosen
  return keys.find((key) => !key.startsWith('tray:')) ?? keys[0] ?? null
}

/**
 * Keeps the focus on a card, also when it has been moved to another page and is another element there: it is
 * brought back once the card has been drawn.
 */
export function useCardFocus() {
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (wanted.current === null) return
    const card = document.querySelector<HTMLElement>(`[data-card="${wanted.current}"]`)
    if (!card) return
    wanted.current = null
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const focused = useCallback(({ page, article }: { page: string | null; article: string }) => {
    setChosen(cardKey(page, article))
  }, [])
  const focus = useCallback(({ page, article }: { page: string | null; article: string }) => {
    const key = cardKey(page, article)
    wanted.current = key
    setChosen(key)
    // The same card again draws nothing anew: then it is there already.
    document.querySelector<HTMLElement>(`[data-card="${key}"]`)?.focus({ preventScroll: true })
  }, [])
  return { chosen, focused, focus }
}
