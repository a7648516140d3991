import type { ClientConfig } from 'payload'

/** Where an issue's parts are, in the admin and in the API. */
export interface Addresses {
  /** Prefix of every address of the API. */
  api: string
  /** The issue in the API. */
  issueApi: string
  /** Prefix of the pages in the API. */
  pagesApi: string
  /** The issue's form in the admin; its board, desk and flow sheet stand below it. */
  issue: string
  board: string
  desk: string
  flowSheet: string
  /** Prefixes of documents in the admin. */
  articles: string
  pages: string
  issues: string
  /** All issues under way. */
  production: string
}

/** Slugs of the newspaper's collections, as the browser knows them. */
export interface IssueSlugs {
  issues: string
  pages: string
  articles: string
}

/** The addresses of one issue; `root` names them without one. */
export function addressesOf(
  { routes, serverURL }: Pick<ClientConfig, 'routes' | 'serverURL'>,
  { issue, slugs }: { issue: string; slugs: IssueSlugs },
): Addresses {
  const api = `${serverURL}${routes.api}`
  const collections = `${routes.admin}/collections`
  const document = `${collections}/${slugs.issues}/${issue}`
  return {
    api,
    issueApi: `${api}/${slugs.issues}/${issue}`,
    pagesApi: `${api}/${slugs.pages}`,
    issue: document,
    board: `${document}/board`,
    desk: `${document}/desk`,
    flowSheet: `${routes.admin}/flow-sheet/${issue}`,
    articles: `${collections}/${slugs.articles}`,
    pages: `${collections}/${slugs.pages}`,
    issues: `${collections}/${slugs.issues}`,
    production: `${routes.admin}/production`,
  }
}
