import type { BoardCard } from '../issueWork/answers.ts'

/** How much stands on some pages. */
export interface Length {
  /** Articles that begin there. */
  articles: number
  /** Of those, to their ends, wherever that stands. */
  characters: number
  /** Articles that only go on there (上接). */
  continued: number
}

/** How much stands on a page, or on all of them: an article that jumps is one article, and counts where it begins. */
export function lengthOf(cards: readonly Pick<BoardCard, 'article' | 'characters' | 'jump'>[]): Length {
  const beginning = new Map(
    cards.filter(({ jump }) => jump.kind !== 'in').map((card) => [card.article, card]),
  )
  const continued = new Set(cards.map(({ article }) => article).filter((article) => !beginning.has(article)))
  return {
    articles: beginning.size,
    characters: [...beginning.values()].reduce((sum, { characters }) => sum + characters, 0),
    continued: continued.size,
  }
}
