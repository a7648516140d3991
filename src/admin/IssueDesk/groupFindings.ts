import type { PreflightItem } from '../issueWork/answers.ts'

/** Findings of one kind. */
export interface FindingGroup {
  code: string
  items: PreflightItem[]
}

/** Findings by kind, in the order in which the kinds first appear: thirty articles that are not ready are one matter. */
export function groupFindings(items: readonly PreflightItem[]): FindingGroup[] {
  const groups = new Map<string, PreflightItem[]>()
  for (const item of items) groups.set(item.code, [...(groups.get(item.code) ?? []), item])
  return [...groups].map(([code, found]) => ({ code, items: found }))
}
