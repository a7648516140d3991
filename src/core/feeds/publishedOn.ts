import type { PublicArticle } from '../publicArticle.ts'

const twoDays = 48 * 60 * 60 * 1000

/**
 * When readers first had an article, ISO 8601 in UTC: when it was published here, but of one that was printed long before that,
 * and was brought in from an archive, the day on which it was printed. Null of one that is neither.
 */
export function publishedOn({
  publishedAt,
  placements,
}: Pick<PublicArticle, 'publishedAt' | 'placements'>): string | null {
  const day = placements[0]?.issue.date
  if (!day) return publishedAt
  const printed = `${day}T00:00:00.000Z`
  if (publishedAt === null) return printed
  return Date.parse(publishedAt) - Date.parse(printed) > twoDays ? printed : publishedAt
}
