import type { ClientConfig } from 'payload'

import type { Slugs } from '../../options.ts'

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
  publications: string
  /** All issues under way. */
  production: string
}

/** The addresses of one issue. */
export function addressesOf(
  { routes, serverURL }: Pick<ClientConfig, 'routes' | 'serverURL'>,
  { issue, slugs }: { issue: string; slugs: Slugs },
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
    publications: `${collections}/${slugs.publications}`,
    production: `${routes.admin}/production`,
  }
}
