/** A published article with what stands round it, as feeds, standards and search tell of it. Nothing in it is staff only. */
export interface PublicArticle {
  id: string
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  bylineRaw: string | null
  dateline: { agency: string | null; place: string | null; date: string | null }
  /** Lexical JSON. */
  body: unknown
  captions: readonly { caption: string | null; credit: string | null; media: string | null }[]
  photoCredits: readonly string[]
  authors: readonly PublicAuthor[]
  publication: PublicPublication
  /** In the order of `byStanding`. Never empty but for an article that is on no page. */
  placements: readonly PublicPlacement[]
  /** ISO 8601 in UTC; of the first publication, and of the last correction. */
  publishedAt: string | null
  modifiedAt: string | null
  version: number
  corrections: readonly { kind: string | null; note: string | null; at: string | null }[]
}

export interface PublicAuthor {
  id: string
  name: string
  kind: string
}

export interface PublicPublication {
  id: string
  name: string
  slug: string
  cnNumber: string | null
  language: string
}

export interface PublicPlacement {
  page: { number: string; name: string | null; sequence: number }
  issue: {
    id: string
    date: string
    edition: string
    number: string | null
    wholeNumber: string | null
    publishedAt?: string | null
  }
  order: number
}
