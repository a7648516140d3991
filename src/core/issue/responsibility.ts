import { isProof } from '../workflow/path.ts'
import { judgesOf, pathOf, standingInCycle, stepsOf } from '../workflow/trail.ts'
import type { Profile } from '../workflow/types.ts'
import type { CheckedArticle, PageFacts } from './types.ts'

/** 责任编辑、校对、版面编辑、值班总编: what a page's responsibility line names, in its order. */
export const responsibilityRoles = ['editor', 'proofreader', 'pageEditor', 'chief'] as const
export type ResponsibilityRole = (typeof responsibilityRoles)[number]

/** Ids of users by their part in a page. */
export type Responsibility = Readonly<Record<ResponsibilityRole, readonly string[]>>

/**
 * 版面署名（责编行）: who answers for a page, derived from the records and never typed. Editors are who passed the first review,
 * chiefs who signed an article off as chief, and who signs the issue.
 */
export function responsibilityOf({
  page,
  articles,
  issueSigner,
}: {
  page: Pick<PageFacts, 'layoutBy'>
  articles: readonly CheckedArticle[]
  issueSigner: string | null
}): Responsibility {
  const line: Record<ResponsibilityRole, Set<string>> = {
    editor: new Set(),
    proofreader: new Set(),
    pageEditor: new Set(page.layoutBy),
    chief: new Set(issueSigner ? [issueSigner] : []),
  }
  for (const { facts } of articles) {
    const [first] = pathOf(facts)
    for (const record of standingInCycle(facts)) {
      const steps = stepsOf(record)
      const judges = judgesOf(record)
      if (first && steps.includes(first)) for (const judge of judges) line.editor.add(judge)
      if (steps.some(isProof)) for (const judge of judges) line.proofreader.add(judge)
      if (record.role === 'chief' && !steps.some(isProof)) line.chief.add(record.actorId)
    }
  }
  return {
    editor: [...line.editor],
    proofreader: [...line.proofreader],
    pageEditor: [...line.pageEditor],
    chief: [...line.chief],
  }
}

/** Which parts nobody has: a profile without proofs needs no proofreader. */
export function missingRoles(line: Responsibility, profile: Profile): ResponsibilityRole[] {
  return responsibilityRoles.filter(
    (role) => line[role].length === 0 && (role !== 'proofreader' || profile.proofs.length > 0),
  )
}
