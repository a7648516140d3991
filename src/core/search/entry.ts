import type { ShownArticle } from './shown.ts'

/** A page that an article stands on, as readers know it. */
export interface SearchPage {
  number: string
  name: string | null
}

/** A published article as it is searched. */
export interface SearchEntry {
  article: string
  publication: string
  /** `YYYY-MM-DD`: of the issue it first stood in. */
  day: string
  /** Where it stands in the order of all articles; see `placeOf`. */
  place: number
  pages: readonly SearchPage[]
  /** Ids. */
  authors: readonly string[]
  text: SearchText
}

/** The same, with what is shown of it. */
export interface IndexedArticle extends SearchEntry {
  shown: ShownArticle
}

/** The text, in paragraphs; a phrase is found within one paragraph. */
export interface SearchText {
  headline: readonly string[]
  /** Kicker, deck, column, byline, names of authors. */
  heads: readonly string[]
  body: readonly string[]
}

/**
 * How near to the top of the article everything that was asked for is: all in the headline; in headline or heads; in
 * those or the lead; anywhere. Each holds the one before it. The order of results, before the day.
 */
export const tiers = ['headline', 'heads', 'lead', 'anywhere'] as const
export type Tier = (typeof tiers)[number]

/** How many elements of the first paragraph are its lead. */
export const leadLength = 120
