import type { PublicArticle } from '../publicArticle.ts'

const twoDays = 48 * 60 * 60 * 1000

/** When something was published here, ISO 8601 in UTC, and the day `YYYY-MM-DD` of the issue it was printed in. */
export interface Appearance {
  publishedAt: string | null
  day: string | null
}

/** When readers first had an article: see `appearedAt`. Null of one that was neither printed nor published. */
export function publishedOn({
  publishedAt,
  placements,
}: Pick<PublicArticle, 'publishedAt' | 'placements'>): string | null {
  return appearedAt({ publishedAt, day: placements[0]?.issue.date || null })
}

/**
 * When readers first had an article or an issue, ISO 8601 in UTC: when it was published here, but of one that was printed long
 * before that, and was brought in from an archive, the day on which it was printed.
 */
export function appearedAt({ publishedAt, day }: Appearance): string | null {
  if (day === null) return publishedAt
  const printed = `${day}T00:00:00.000Z`
  if (publishedAt === null) return printed
  return Date.parse(publishedAt) - Date.parse(printed) > twoDays ? printed : publishedAt
}
