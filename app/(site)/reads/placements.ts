import { byStanding } from '../../../src/exports/delivery.ts'

/** A place of an article on a page, as the API gives it at depth 2. */
export interface Placement {
  issue: { id: string; date: string; edition: string; publishedAt?: string | null }
  page: { number: string; name?: string | null; sequence: number }
  order: number
  jump?: string | null
  jumpPage?: string | null
}

/** The places that readers see, where the article's address leads first. @param joined the join as it was read */
export function placementsOf(joined: unknown): Placement[] {
  const { docs = [] } = (joined ?? {}) as { docs?: Record<string, unknown>[] }
  return docs
    .filter(({ issue, page }) => isRow(issue) && isRow(page))
    .map((row) => row as unknown as Placement)
    .sort(byStanding)
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
