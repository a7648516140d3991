'use client'
import {
  closestCenter,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core'
import { useState } from 'react'

import type { BoardCard } from '../issueWork/answers.ts'
import type { Spot } from './spots.ts'

interface DraggingOptions {
  /** Whether a page, or the tray, may take this article. */
  mayPut: (page: string | null, article: string) => boolean
  onPut: (move: { article: string; from: Spot; to: Spot }) => void
}

/** What hangs on the pointer. */
export interface Dragged {
  card: BoardCard
  from: Spot
}

/**
 * Cards before columns: a column is only meant where the pointer is over none of its cards. Each card says whether
 * the pointer, not the middle of what hangs on it, is in its lower half.
 */
const findTarget: CollisionDetection = (args) => {
  const under = pointerWithin(args)
  const cards = under.filter(({ id }) => !String(id).startsWith('page:') && id !== 'tray')
  if (cards.length > 0) {
    return cards.map((card) => {
      const rect = args.droppableRects.get(card.id)
      const y = args.pointerCoordinates?.y ?? 0
      return { ...card, data: { ...card.data, below: rect ? y > rect.top + rect.height / 2 : false } }
    })
  }
  return under.length > 0 ? under : args.pointerCoordinates ? [] : closestCenter(args)
}

/** Moving by mouse and touch: what hangs on the pointer, and before which card it would be put. */
export function useDragging({ mayPut, onPut }: DraggingOptions) {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [target, setTarget] = useState<Spot | null>(null)
  const sensors = useSensors(
    // A click on a card's link stays a click, and a finger that scrolls does not drag.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )

  const spotUnder = ({ active, over, collisions }: DragMoveEvent | DragEndEvent): Spot | null => {
    const { card, spot: from } = active.data.current as { card: BoardCard; spot: Spot }
    const under = (over?.data.current as { spot: Spot } | undefined)?.spot
    if (!over || !under) return null
    if (under.page !== from.page && !mayPut(under.page, card.article)) return null
    if (under.page === null) return from.page === null ? null : { page: null, index: 0 }
    const below = collisions?.find(({ id }) => id === over.id)?.data?.below === true
    return { page: under.page, index: under.index + (below ? 1 : 0) }
  }
  const stop = () => {
    setDragged(null)
    setTarget(null)
  }
  return {
    ...{ sensors, dragged, target },
    collisionDetection: findTarget,
    onDragStart: ({ active }: DragStartEvent) => {
      const { card, spot } = active.data.current as { card: BoardCard; spot: Spot }
      setDragged({ card, from: spot })
    },
    onDragMove: (event: DragMoveEvent) => {
      const spot = spotUnder(event)
      setTarget((now) => (now?.page === spot?.page && now?.index === spot?.index ? now : spot))
    },
    onDragCancel: stop,
    onDragEnd: (event: DragEndEvent) => {
      const spot = spotUnder(event)
      stop()
      if (!dragged || !spot) return
      const { card, from } = dragged
      // The target counts without the card itself.
      const index = spot.page === from.page && from.index < spot.index ? spot.index - 1 : spot.index
      if (spot.page === from.page && index === from.index) return
      onPut({ article: card.article, from, to: { page: spot.page, index } })
    },
  }
}
