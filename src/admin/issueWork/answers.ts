import type { Stage } from '../../core/workflow/index.ts'

/** Somebody of the house, by name. */
export interface Person {
  id: string
  name: string
}

/** An article on the board. */
export interface BoardCard {
  /** The placement; null in the tray. */
  placement: string | null
  article: string
  headline: string | null
  column: string | null
  stage: Stage
  live: boolean
  characters: number
  authors: string[]
  doubts: number
  held: boolean
  urgent: boolean
  embargoUntil: string | null
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
}
