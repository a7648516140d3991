/** Where a card stands: on a page at an index from 0, or in the tray (`page` null, where order means nothing). */
export interface Spot {
  page: string | null
  index: number
}

/** A card as moving sees it: the article, and what it carries. */
export interface Placed {
  article: string
}

/** A column of cards: a page, or the tray with `id` null. */
export interface Stack<C extends Placed> {
  id: string | null
  cards: readonly C[]
}

/** A step of the arrow keys. */
export type Step = 'up' | 'down' | 'before' | 'after' | 'first' | 'last'

/** Where an article stands; on a page if a page is named, because a jump stands on two. */
export function spotOf<C extends Placed>(
  stacks: readonly Stack<C>[],
  { page, article }: { page: string | null; article: string },
): Spot | null {
  const stack = stacks.find(({ id }) => id === page)
  const index = stack?.cards.findIndex((card) => card.article === article) ?? -1
  return index < 0 ? null : { page, index }
}

/** The stacks with a card taken from one spot and put into another; `to.index` counts without the card. */
export function moved<C extends Placed, S extends Stack<C>>(
  stacks: readonly S[],
  { from, to }: { from: Spot; to: Spot },
): S[] {
  const card = stacks.find(({ id }) => id === from.page)?.cards[from.index]
  if (!card) return [...stacks]
  return stacks.map((stack) => {
    const left =
      stack.id === from.page ? stack.cards.filter((_, index) => index !== from.index) : [...stack.cards]
    if (stack.id === to.page) left.splice(to.index, 0, card)
    return stack.id === from.page || stack.id === to.page ? { ...stack, cards: left } : stack
  })
}

/**
 * Where an arrow key takes a card that is held, among the stacks that can take it. The stack it stands in counts
 * without it. Null where there is nothing further that way.
 */
export function carried<C extends Placed>(
  stacks: readonly Stack<C>[],
  { at, step, open }: { at: Spot; step: Step; open: (page: string | null) => boolean },
): Spot | null {
  const place = stacks.findIndex(({ id }) => id === at.page)
  const here = stacks[place]
  if (!here) return null
  const last = here.cards.length - 1
  switch (step) {
    case 'up':
      return at.index > 0 ? { page: at.page, index: at.index - 1 } : null
    case 'down':
      return at.index < last ? { page: at.page, index: at.index + 1 } : null
    case 'first':
      return at.index > 0 ? { page: at.page, index: 0 } : null
    case 'last':
      return at.index < last ? { page: at.page, index: last } : null
    default: {
      const way = step === 'before' ? stacks.slice(0, place).reverse() : stacks.slice(place + 1)
      const next = way.find(({ id }) => open(id))
      return next ? { page: next.id, index: Math.min(at.index, next.cards.length) } : null
    }
  }
}

/** Where the focus goes from a card when nothing is held: over empty stacks it goes on to the next. */
export function neighbour<C extends Placed>(
  stacks: readonly Stack<C>[],
  { at, step }: { at: Spot; step: Step },
): Spot | null {
  const place = stacks.findIndex(({ id }) => id === at.page)
  const here = stacks[place]
  if (!here) return null
  const last = here.cards.length - 1
  switch (step) {
    case 'up':
      return at.index > 0 ? { page: at.page, index: at.index - 1 } : null
    case 'down':
      return at.index < last ? { page: at.page, index: at.index + 1 } : null
    case 'first':
      return { page: at.page, index: 0 }
    case 'last':
      return { page: at.page, index: last }
    default: {
      const way = step === 'before' ? stacks.slice(0, place).reverse() : stacks.slice(place + 1)
      const next = way.find(({ cards }) => cards.length > 0)
      return next ? { page: next.id, index: Math.min(at.index, next.cards.length - 1) } : null
    }
  }
}
