'use client'
import { useCallback, useState, type KeyboardEvent } from 'react'

import type { BoardCard } from '../issueWork/answers.ts'
import { carried, moved, neighbour, type Spot, type Stack, type Step } from './spots.ts'

/** A card in the hand of somebody at the keyboard: where it was, and where it would be put now. */
export interface Held {
  article: string
  from: Spot
  at: Spot
}

interface CarryOptions<S extends Stack<BoardCard>> {
  stacks: readonly S[]
  /** Whether a card may leave where it stands. */
  mayTake: (page: string | null) => boolean
  /** Whether a page, or the tray, may take this article. */
  mayPut: (page: string | null, article: string) => boolean
  onFocus: (spot: { page: string | null; article: string }) => void
  onPut: (move: { article: string; from: Spot; to: Spot }) => void
  onUnplace: (spot: Spot) => void
  onDialog: (at: { page: string | null; article: string }) => void
  say: (what: 'taken' | 'at' | 'end' | 'cancelled' | 'fixed', spot: Spot) => void
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'before',
  ArrowRight: 'after',
  Home: 'first',
  End: 'last',
}

/**
 * Moving by keyboard: arrows walk from card to card; space takes the card into the hand, arrows carry it, space puts
 * it down and escape takes it back; M asks where to, delete takes it off its page. One move is one request.
 */
export function useCarry<S extends Stack<BoardCard>>(options: CarryOptions<S>) {
  const { stacks, mayTake, mayPut, onFocus, onPut, onUnplace, onDialog, say } = options
  const [held, setHeld] = useState<Held | null>(null)
  const shown = held ? moved<BoardCard, S>(stacks, { from: held.from, to: held.at }) : [...stacks]

  const take = (spot: Spot, card: BoardCard) => {
    if (!mayTake(spot.page)) return say('fixed', spot)
    setHeld({ article: card.article, from: spot, at: spot })
    say('taken', spot)
  }
  const carry = (step: Step, now: Held) => {
    const open = (page: string | null) => page === now.from.page || mayPut(page, now.article)
    const at = carried<BoardCard>(shown, { at: now.at, step, open })
    if (!at) return say('end', now.at)
    setHeld({ ...now, at })
    onFocus({ page: at.page, article: now.article })
    say('at', at)
  }
  const drop = (now: Held) => {
    setHeld(null)
    const { article, from, at } = now
    if (from.page === at.page && from.index === at.index) return say('cancelled', from)
    onPut({ article, from, to: at })
  }
  const cancel = useCallback(() => {
    setHeld((now) => {
      if (now) onFocus({ page: now.from.page, article: now.article })
      return null
    })
  }, [onFocus])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, { spot, card }: { spot: Spot; card: BoardCard }) => {
    const { key } = event
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[key]
    const act = (does: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      does()
    }
    if (held) {
      if (step) return act(() => carry(step, held))
      if (key === ' ' || key === 'Enter') return act(() => drop(held))
      if (key === 'Escape') {
        return act(() => {
          cancel()
          say('cancelled', held.from)
        })
      }
      // A card in the hand keeps the focus.
      if (key === 'Tab') act(() => say('taken', held.at))
      return
    }
    if (step) {
      const next = neighbour<BoardCard>(shown, { at: spot, step })
      const there = next && shown.find(({ id }) => id === next.page)?.cards[next.index]
      return act(() => (next && there ? onFocus({ page: next.page, article: there.article }) : undefined))
    }
    if (key === ' ') return act(() => take(spot, card))
    if (key === 'Enter') return act(() => event.currentTarget.querySelector('a')?.click())
    if (key === 'm' || key === 'M') return act(() => onDialog({ page: spot.page, article: card.article }))
    if ((key === 'Delete' || key === 'Backspace') && spot.page !== null) act(() => onUnplace(spot))
  }

  return { held, shown, onKeyDown, cancel }
}
