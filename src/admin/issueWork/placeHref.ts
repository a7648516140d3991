import type { Addresses } from './addresses.ts'
import type { Place } from './answers.ts'

/** Findings about the issue that are mended at its board, not in its form. */
const atBoard: readonly string[] = ['preflight.noPages', 'preflight.pageCount', 'preflight.pagesMissing']

/** The address in the admin at which a finding is mended. */
export function placeHref({ code, place }: { code: string; place: Place }, addresses: Addresses): string {
  const { kind, id } = place
  switch (kind) {
    case 'article':
      return `${addresses.articles}/${id}`
    case 'page':
      return `${addresses.board}#page-${id}`
    case 'placement':
      return addresses.board
    case 'publication':
      return `${addresses.publications}/${id}`
    case 'issue':
      return atBoard.includes(code) ? addresses.board : addresses.issue
  }
}
