import { isDay } from './days.ts'
import { pageNumber } from './pageNumbers.ts'

/** Which issue of which publication: what an address of it says. */
export interface IssueAddress {
  /** Slug of the publication. */
  publication: string
  /** `YYYY-MM-DD`. */
  date: string
  edition: string
}

/** What a permalink leads to. */
export type Permalink =
  | ({ kind: 'issue' } & IssueAddress)
  | ({ kind: 'page'; page: string } & IssueAddress)
  | ({ kind: 'article'; article: string } & IssueAddress)

const mainEdition = 'main'

/** The part of an address that names an issue in its publication: `2024-10-24`, or `2024-10-24-late` for the edition `late`. */
export function issueName({ date, edition }: Pick<IssueAddress, 'date' | 'edition'>): string {
  return edition === mainEdition ? date : `${date}-${encodeURIComponent(edition)}`
}

/** Reads `issueName` back; null when the text names no day. */
export function readIssueName(name: string): Pick<IssueAddress, 'date' | 'edition'> | null {
  const date = name.slice(0, 10)
  if (!isDay(date)) return null
  if (name.length === 10) return { date, edition: mainEdition }
  const edition = name[10] === '-' ? decoded(name.slice(11)) : null
  // One address for one issue: the main edition is not called by its name.
  return edition && edition !== mainEdition ? { date, edition } : null
}

/** Permanent address of an issue, without the origin: `/{publication}/{date}`. */
export function issuePath(issue: IssueAddress): string {
  return `/${issue.publication}/${issueName(issue)}`
}

/** Permanent address of a page: `/{publication}/{date}/{page}`. */
export function pagePath(issue: IssueAddress, page: string): string {
  return `${issuePath(issue)}/${encodeURIComponent(page)}`
}

/** Permanent address of an article: `/{publication}/{date}/a/{id}`. Neither its headline nor its page is in it, since both may change. */
export function articlePath(issue: IssueAddress, article: string): string {
  return `${issuePath(issue)}/a/${article}`
}

/** Reads the path of an address back; null when it is no permalink. */
export function readPermalink(path: string): Permalink | null {
  const [before, publication, name, first, second, ...more] = path.split('/')
  if (before !== '' || !publication || !name || more.length > 0) return null
  const day = readIssueName(name)
  if (!day) return null
  const issue = { publication, ...day }
  if (first === undefined) return { kind: 'issue', ...issue }
  if (second !== undefined) {
    return first === 'a' && second !== '' ? { kind: 'article', article: second, ...issue } : null
  }
  const page = pageNumber(decoded(first) ?? '')
  return page ? { kind: 'page', page, ...issue } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    // A broken escape, such as %E4%B: no address of ours.
    return null
  }
}
