import { standingInCycle, stepsOf } from '../workflow/trail.ts'
import type { ReviewRecord } from '../workflow/types.ts'
import { proofs, reviews, type Step } from '../workflow/vocabulary.ts'
import type { CheckedArticle, IssueFacts } from './types.ts'

/** One decision about an article's text, by user ids. */
export interface FlowStep {
  step: Step
  decision: ReviewRecord['decision']
  by: string
  role: ReviewRecord['role']
  at: string
  opinion: string | null
  /** Errors that a proofreader counted, all kinds together. */
  errors: number | null
  override: { confirmedBy: string } | null
  /** False for a decision that a later one, or a new cycle, has voided. */
  stands: boolean
}

/** An article of an issue with everybody who wrote, judged and proofed it. */
export interface FlowRow {
  page: string
  article: string
  headline: string | null
  /** What staff call it: its headline, else how it begins. */
  title: string
  writers: string[]
  stage: string
  cycle: number
  urgent: boolean
  steps: FlowStep[]
  /** When its text was signed off: by the last review of its cycle. */
  signedOffAt: string | null
}

/**
 * 三审三校流程单: one row for each article of an issue, in the order of the paper; what inspectors ask for. From the records
 * alone. Writers are who made the article and who wrote in it at the desk.
 */
export function flowRows(issue: IssueFacts, articles: readonly CheckedArticle[]): FlowRow[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const seen = new Set<string>()
  return issue.pages.flatMap((page) =>
    page.placed.flatMap(({ article: id }): FlowRow[] => {
      const article = byId.get(id)
      // The other half of a jump is the same text.
      if (!article || seen.has(id)) return []
      seen.add(id)
      return [rowOf(page.number, article)]
    }),
  )
}

function rowOf(page: string, { id, headline, title, facts }: CheckedArticle): FlowRow {
  const { slip, creator, records } = facts
  const standing = new Set(standingInCycle(facts).map((record) => record.id))
  const steps = records.flatMap((record) =>
    stepsOf(record).map((step): FlowStep => {
      const { decision, actorId, role, at, opinion, errors, override } = record
      return {
        ...{ step, decision, by: actorId, role, at, opinion, stands: standing.has(record.id) },
        errors: errors ? Object.values(errors).reduce((sum, count) => sum + count, 0) : null,
        override: override ? { confirmedBy: override.confirmedBy } : null,
      }
    }),
  )
  const lastReview = [...reviews].reverse().find((review) => slip.path.includes(review))
  const signedOff = steps.findLast(({ step, stands }) => stands && step === lastReview)
  return {
    ...{ page, article: id, headline, title, stage: slip.stage, cycle: slip.cycle },
    ...{ urgent: slip.urgent, steps },
    writers: [...new Set([...(creator ? [creator] : []), ...slip.writers])],
    signedOffAt: signedOff?.at ?? null,
  }
}

/** The steps a flow sheet has columns for, in order. */
export const flowSteps: readonly Step[] = [...reviews, ...proofs]
