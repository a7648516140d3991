/** What one transaction changed for readers. `other`: names of authors, publications, media. */
export interface PublicChange {
  kind:
    | 'issue.published'
    | 'issue.withdrawn'
    | 'issue.reinstated'
    | 'article.corrected'
    | 'article.withdrawn'
    | 'article.reinstated'
    | 'other'
  publication: string | null
  issue: string | null
  /** Whose public row appeared, changed or went. */
  articles: readonly string[]
  /** Id of the manifest, if the transaction wrote one. */
  edition: string | null
  /** ISO 8601 in UTC. */
  at: string
}
