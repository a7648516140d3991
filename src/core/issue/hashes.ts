import { canonicalJson } from '../text/canonicalJson.ts'
import type { IssueFacts, PageFacts, Placed } from './types.ts'

/** SHA-256 in hexadecimal; core has no crypto of its own. */
export type Sha256 = (text: string) => string

/**
 * What a page's signature covers: its number and name, and in order each article's text (by hash), place, column and
 * jump. Where each of them comes from in the transcript is part of its place.
 */
export function pageHash(
  { number, name, placed }: Pick<PageFacts, 'number' | 'name' | 'placed'>,
  sha256: Sha256,
): string {
  const places = placed.map(
    ({ article, contentHash, column, jump, jumpPage, startLine, endLine }: Placed) => [
      ...[article, contentHash, column, jump, jumpPage, startLine, endLine],
    ],
  )
  return sha256(canonicalJson(['page', number, name, places]))
}

/** What an issue's signature covers: its paper, day, edition and number, and each of its pages in order. */
export function issueHash(
  issue: Pick<IssueFacts, 'publication' | 'date' | 'edition' | 'number' | 'pages'>,
  sha256: Sha256,
): string {
  const { publication, date, edition, number, pages } = issue
  return sha256(
    canonicalJson(['issue', publication, date, edition, number, pages.map(({ id, hash }) => [id, hash])]),
  )
}
