import type { Addresses } from './addresses.ts'
import type { Place } from './answers.ts'

/** The address in the admin at which a finding is mended. */
export function placeHref({ kind, id }: Place, addresses: Addresses): string {
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
      return addresses.issue
  }
}
