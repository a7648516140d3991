import type { Payload } from 'payload'
import { feedRewrites } from '../src/exports/feeds.ts'

/**
 * The addresses by which readers' programs know feeds and sitemap, as the API has them: `/feeds/…` is `/api/feeds/…`. It is
 * done before anything else looks at a request, so that they come from memory, and with the API's headers.
 */
export function publicAddresses(payload: Payload): (url: string) => string {
  const rewrites = feedRewrites(payload)
  return (url) => {
    for (const { from, to, whole } of rewrites) {
      if (!url.startsWith(from)) continue
      const rest = url.slice(from.length)
      if (!whole || rest === '' || rest.startsWith('?')) return to + rest
    }
    return url
  }
}
