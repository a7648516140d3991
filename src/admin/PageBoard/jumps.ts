import type { Board, BoardCard, LayoutRequest } from '../issueWork/answers.ts'
import type { Spot } from './spots.ts'

/** The other halves of a jump: cards of the same article that name the page as where it goes on or comes from. */
export function otherHalves(
  board: Board,
  { page, article }: { page: string | null; article: string },
): BoardCard[] {
  const number = board.pages.find(({ id }) => id === page)?.number
  return board.pages
    .filter(({ id }) => id !== page)
    .flatMap(({ cards }) => cards)
    .filter((card) => card.article === article && card.jump.page === number)
}

/** Whether the article stands on another page of the issue as well. */
export function standsElsewhere(
  board: Board,
  { page, article }: { page: string | null; article: string },
): boolean {
  return board.pages.some(({ id, cards }) => id !== page && cards.some((card) => card.article === article))
}

/**
 * What else has to be laid out when a half of a jump is moved: the other half names the new page; when the half
 * leaves its page for good the other is an article like any other.
 */
export function followUps(
  board: Board,
  { article, from, to }: { article: string; from: Spot; to: Spot },
): LayoutRequest[] {
  if (from.page === null || from.page === to.page) return []
  const number = board.pages.find(({ id }) => id === to.page)?.number ?? null
  return otherHalves(board, { page: from.page, article }).flatMap(({ placement, jump }) =>
    placement === null
      ? []
      : [{ op: 'jump', placement, kind: number === null ? 'none' : jump.kind, toPage: number } as const],
  )
}

/** 转版: the article stays where it is and goes on at another place; both halves name each other. */
export function continued(board: Board, { from, to }: { from: Spot; to: Spot }): LayoutRequest[] {
  const here = board.pages.find(({ id }) => id === from.page)
  const there = board.pages.find(({ id }) => id === to.page)
  const card = here?.cards[from.index]
  if (!here || !there || !card?.placement) return []
  return [
    {
      op: 'place',
      article: card.article,
      page: there.id,
      index: to.index,
      jump: { kind: 'in', page: here.number },
    },
    { op: 'jump', placement: card.placement, kind: 'out', toPage: there.number },
  ]
}
