/** A newspaper, as readers know it. */
export interface Publication {
  id: string
  name: string
  slug: string
  language?: string | null
  cnNumber?: string | null
}

/** One article where it stands on a page. */
export interface Entry {
  /** Absent on a tombstone of something that is no longer to be read. */
  article: ArticleCard | null
  /** Id of the article; that of a withdrawn one too. */
  articleId: string
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
  /** The notice of a withdrawal. */
  tombstone: string | null
}

/** An article in a list. */
export interface ArticleCard {
  id: string
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  authors: AuthorCard[]
}

export interface AuthorCard {
  id: string
  name: string
}

/** A page of an issue with what stands on it, in the order of the paper. */
export interface IssuePage {
  id: string
  number: string
  name: string | null
  responsibility: Record<string, string[]> | null
  entries: Entry[]
}

/** The whole table of contents of an issue. */
export interface Contents {
  publication: Publication
  issue: {
    id: string
    /** YYYY-MM-DD */
    date: string
    edition: string
    number: string | null
    wholeNumber: string | null
    /** Why the whole issue was withdrawn. */
    notice: string | null
  }
  pages: IssuePage[]
  /** Neighbouring issues of the same edition, as their part of the address. */
  previous: string | null
  next: string | null
}

/** A correction that readers are told of. */
export interface Correction {
  kind: 'typo' | 'update' | 'correction' | 'clarification' | 'reinstate'
  note: string
  at: string
}

/** A picture as a page shows it. */
export interface Picture {
  url: string
  width: number | null
  height: number | null
  alt: string
  caption: string | null
  credit: string | null
}
