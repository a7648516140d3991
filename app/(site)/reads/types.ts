/** A newspaper, as readers know it. */
export interface Publication {
  id: string
  name: string
  slug: string
  language?: string | null
  cnNumber?: string | null
}

/** One article where it stands on a page, or the notice in its place. */
export interface Entry {
  articleId: string
  /** Absent where it was withdrawn. */
  article: ArticleCard | null
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
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

/** Who answered for a page, by role. */
export interface ResponsibilityLine {
  role: string
  names: string[]
}

/** A page of an issue with what stands on it, in the order of the paper. */
export interface IssuePage {
  id: string
  number: string
  name: string | null
  responsibility: ResponsibilityLine[] | null
  articles: Entry[]
}

/** An issue as lists name it. */
export interface IssueCard {
  id: string
  /** YYYY-MM-DD */
  date: string
  edition: string
  number: string | null
  wholeNumber: string | null
  path: string
}

/** The whole table of contents of an issue, as `/api/publications/:slug/issues/:issue` gives it. */
export interface Contents {
  publication: Publication
  issue: IssueCard
  pages: IssuePage[]
  previous: IssueCard | null
  next: IssueCard | null
  /** All issues of the day, this one among them. */
  editions: IssueCard[]
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
  /** The same picture in fewer dots, the smallest first. */
  smaller: { url: string; width: number }[]
  alt: string
  caption: string | null
  credit: string | null
}
