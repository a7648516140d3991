import { describe, expect, it } from 'vitest'

import type { Board, BoardCard } from '../../../src/admin/issueWork/answers.ts'
import { continued, followUps } from '../../../src/admin/PageBoard/jumps.ts'
import { lengthOf } from '../../../src/admin/PageBoard/lengthOf.ts'
import { nextNumber } from '../../../src/admin/PageBoard/nextNumber.ts'
import { boardAfter } from '../../../src/admin/PageBoard/useBoard.ts'
import {
  carried,
  moved,
  neighbour,
  spotOf,
  type Spot,
  type Step,
} from '../../../src/admin/PageBoard/spots.ts'

const stack = (id: string | null, ...articles: string[]) => ({
  id,
  cards: articles.map((article) => ({ article })),
})
/** The tray with one article, page 1 with three, page 2 empty, page 3 with two. */
const board = () => [stack(null, 'x'), stack('p1', 'a', 'b', 'c'), stack('p2'), stack('p3', 'd', 'e')]
const shown = (stacks: ReturnType<typeof board>) =>
  stacks.map(({ cards }) => cards.map(({ article }) => article).join(''))

describe('a card moved on the board', () => {
  const after = (from: Spot, to: Spot) => shown(moved(board(), { from, to }))
  it('stands at its new place in the order of its own page', () => {
    expect(after({ page: 'p1', index: 0 }, { page: 'p1', index: 2 })).toEqual(['x', 'bca', '', 'de'])
    expect(after({ page: 'p1', index: 2 }, { page: 'p1', index: 0 })).toEqual(['x', 'cab', '', 'de'])
  })
  it('leaves one page and stands on another', () => {
    expect(after({ page: 'p1', index: 1 }, { page: 'p3', index: 1 })).toEqual(['x', 'ac', '', 'dbe'])
    expect(after({ page: 'p3', index: 0 }, { page: 'p2', index: 0 })).toEqual(['x', 'abc', 'd', 'e'])
  })
  it('comes from the tray and goes back to it', () => {
    expect(after({ page: null, index: 0 }, { page: 'p2', index: 0 })).toEqual(['', 'abc', 'x', 'de'])
    expect(after({ page: 'p1', index: 0 }, { page: null, index: 0 })).toEqual(['ax', 'bc', '', 'de'])
  })
  it('that is no longer there moves nothing', () => {
    expect(after({ page: 'p2', index: 0 }, { page: 'p1', index: 0 })).toEqual(shown(board()))
  })
})

describe('a card in the hand of somebody at the keyboard', () => {
  const carry = (at: Spot, step: Step, closed: readonly (string | null)[] = []) =>
    carried(board(), { at, step, open: (page) => !closed.includes(page) })
  it('goes to the next page, empty or not, and to the tray before the first', () => {
    expect(carry({ page: 'p1', index: 2 }, 'after')).toEqual({ page: 'p2', index: 0 })
    expect(carry({ page: 'p1', index: 0 }, 'before')).toEqual({ page: null, index: 0 })
    expect(carry({ page: null, index: 0 }, 'before')).toBeNull()
    expect(carry({ page: 'p3', index: 0 }, 'after')).toBeNull()
  })
  it('passes over pages that cannot take it', () => {
    expect(carry({ page: 'p1', index: 1 }, 'after', ['p2'])).toEqual({ page: 'p3', index: 1 })
    expect(carry({ page: 'p1', index: 1 }, 'after', ['p2', 'p3'])).toBeNull()
  })
  it('stays on its page at the ends', () => {
    expect(carry({ page: 'p1', index: 0 }, 'up')).toBeNull()
    expect(carry({ page: 'p1', index: 2 }, 'down')).toBeNull()
    expect(carry({ page: 'p1', index: 1 }, 'down')).toEqual({ page: 'p1', index: 2 })
    expect(carry({ page: 'p1', index: 1 }, 'first')).toEqual({ page: 'p1', index: 0 })
    expect(carry({ page: 'p1', index: 0 }, 'last')).toEqual({ page: 'p1', index: 2 })
  })
})

describe('the focus', () => {
  const next = (at: Spot, step: Step) => neighbour(board(), { at, step })
  it('walks over an empty page to the next card, near the same height', () => {
    expect(next({ page: 'p1', index: 2 }, 'after')).toEqual({ page: 'p3', index: 1 })
    expect(next({ page: 'p3', index: 0 }, 'before')).toEqual({ page: 'p1', index: 0 })
    expect(next({ page: 'p3', index: 1 }, 'after')).toBeNull()
  })
  it('finds a jump on the page that is meant', () => {
    const twice = [stack('p1', 'a', 'j'), stack('p2', 'j')]
    expect(spotOf(twice, { page: 'p2', article: 'j' })).toEqual({ page: 'p2', index: 0 })
    expect(spotOf(twice, { page: 'p1', article: 'j' })).toEqual({ page: 'p1', index: 1 })
    expect(spotOf(twice, { page: 'p2', article: 'a' })).toBeNull()
  })
})

describe('the number of a new page', () => {
  it.each([
    [[], '1'],
    [['1', '2', '3'], '4'],
    [['A1', 'A2', 'B1'], 'B2'],
    [['1', '3', '2'], '4'],
  ])('after %j is %s', (numbers, expected) => {
    expect(nextNumber(numbers)).toBe(expected)
  })
})

describe('the halves of a jump', () => {
  const card = (article: string, jump: BoardCard['jump'], placement = `on-${article}`) =>
    ({ article, placement, jump }) as BoardCard
  const none: BoardCard['jump'] = { kind: 'none', page: null }
  const issue = {
    tray: [],
    pages: [
      { id: 'p1', number: '1', cards: [card('j', { kind: 'out', page: '3' }, 'first'), card('a', none)] },
      { id: 'p2', number: '2', cards: [] },
      { id: 'p3', number: '3', cards: [card('j', { kind: 'in', page: '1' }, 'second')] },
    ],
  } as unknown as Board
  const moving = (article: string, page: string, to: string | null) =>
    followUps(issue, { article, from: { page, index: 0 }, to: { page: to, index: 0 } })

  it('name the new page when one of them moves', () => {
    expect(moving('j', 'p3', 'p2')).toEqual([{ op: 'jump', placement: 'first', kind: 'out', toPage: '2' }])
    expect(moving('j', 'p1', 'p2')).toEqual([{ op: 'jump', placement: 'second', kind: 'in', toPage: '2' }])
  })
  it('are one article again when one of them leaves its page', () => {
    expect(moving('j', 'p3', null)).toEqual([{ op: 'jump', placement: 'first', kind: 'none', toPage: null }])
    expect(boardAfter(issue, { from: { page: 'p3', index: 0 }, to: { page: null, index: 0 } }).tray).toEqual(
      [],
    )
  })
  it('are no matter of other articles, nor of the order on a page', () => {
    expect(moving('a', 'p1', 'p2')).toEqual([])
    expect(moving('j', 'p1', 'p1')).toEqual([])
  })
  it('are made by letting an article go on elsewhere', () => {
    expect(continued(issue, { from: { page: 'p1', index: 1 }, to: { page: 'p2', index: 0 } })).toEqual([
      { op: 'place', article: 'a', page: 'p2', index: 0, jump: { kind: 'in', page: '1' } },
      { op: 'jump', placement: 'on-a', kind: 'out', toPage: '2' },
    ])
  })
})

describe('how much stands on a page', () => {
  const card = (article: string, characters: number, kind: 'none' | 'out' | 'in' = 'none') => ({
    ...{ article, characters, jump: { kind, page: kind === 'none' ? null : '2' } },
  })
  const front = [card('a', 300), card('b', 700, 'out')]
  const second = [card('b', 700, 'in'), card('c', 50)]
  it('counts an article that jumps once in the issue, and where it begins', () => {
    expect(lengthOf(front)).toEqual({ articles: 2, characters: 1000, continued: 0 })
    expect(lengthOf(second)).toEqual({ articles: 1, characters: 50, continued: 1 })
    expect(lengthOf([...front, ...second])).toEqual({ articles: 3, characters: 1050, continued: 0 })
  })
  it('counts one whose beginning is missing as going on, and one that stands twice once', () => {
    expect(lengthOf([card('b', 700, 'in'), card('c', 50), card('c', 50)])).toEqual({
      ...{ articles: 1, characters: 50, continued: 1 },
    })
  })
})
