/** What tells where among an article's places one comes: the first is where its address leads. */
export interface Placed {
  /** `publishedAt`: ISO 8601 in UTC; absent of an issue that never said when it appeared. */
  issue: { id: string; date: string; publishedAt?: string | null | undefined }
  page: { sequence: number }
  order: number
}

/**
 * The first issue an article stood in first, on its pages in their order. Of two editions of a day it is the one that appeared first:
 * an article keeps its address when another edition shows it too.
 */
export function byStanding(one: Placed, other: Placed): number {
  return (
    byText(one.issue.date, other.issue.date) ||
    byText(one.issue.publishedAt ?? '', other.issue.publishedAt ?? '') ||
    byText(one.issue.id, other.issue.id) ||
    one.page.sequence - other.page.sequence ||
    one.order - other.order
  )
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
