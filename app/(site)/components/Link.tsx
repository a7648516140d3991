import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link of the site. Nothing is fetched before it is followed: else a page of headlines would ask for each of its articles, and
 * the answer to one that was withdrawn (410) would make the browser load the page anew.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />
}
