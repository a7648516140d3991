import {
  decideIssue,
  issueTransitions,
  type AnyBlocker,
  type DeskRequest,
  type IssueFacts,
  type IssueRule,
  type IssuePlan,
} from '../../core/issue/index.ts'
import { momentOf } from '../../core/workflow/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { again } from '../lostRace.ts'
import { publishLoaded, type Published } from '../publish/publishLoaded.ts'
import { loadIssue, type IssueKey, type LoadedIssue } from './loadIssue.ts'
import { loadPreflight, type Checked } from './loadPreflight.ts'
import { advanceIssue } from './writeDesk.ts'

/** A move of an issue that was made, or every reason why not. `missing`: no such issue. */
export type IssueMoved =
  | { outcome: 'moved'; plan: IssuePlan; issue: IssueFacts; published: Published | null }
  | { outcome: 'refused'; blockers: AnyBlocker[]; issue: IssueFacts }
  | { outcome: 'missing' }

export type IssueMove = IssueKey & DeskRequest & { transition: string }

/**
 * Makes one move of an issue in one transaction: load, decide, compare-and-set, event; publishing writes what readers
 * see in the same one. Of two people, or processes, who do it at the same moment one wins.
 */
export async function moveIssue(move: IssueMove): Promise<IssueMoved> {
  return again(() => inTransaction(move.req, () => moveOnce(move)))
}

async function moveOnce(move: IssueMove): Promise<IssueMoved> {
  const { slugs, req, transition, now } = move
  const loaded = await loadIssue(move)
  if (!loaded) return { outcome: 'missing' }
  const checked = await checkedFor(move, loaded)
  const decision = decideIssue({ ...move, question: { issue: loaded.facts, items: checked?.items ?? null } })
  if (!decision.allowed) return { outcome: 'refused', blockers: decision.blockers, issue: loaded.facts }
  const { plan } = decision
  let published: Published | null = null
  if (plan.orders.includes('writePublic') && checked) {
    published = await publishLoaded({ slugs, req, id: move.id }, { plan, loaded, articles: checked.articles })
  } else {
    await advanceIssue({ slugs, req }, { issue: loaded.row, change: plan.change, event: plan.event })
  }
  const issue = { ...loaded.facts, ...plan.change }
  return { outcome: 'moved', plan, published, issue: { ...issue, rev: issue.rev } }

  /** Preflight as of the time at which the issue is to appear, where the move looks at it. */
  async function checkedFor(of: IssueMove, what: LoadedIssue): Promise<Checked | null> {
    const rule: IssueRule | undefined = issueTransitions[transition as keyof typeof issueTransitions]
    if (!rule || !looksAtPreflight(rule)) return null
    const publishTime = publishTimeOf(transition, { of, what })
    return loadPreflight(of, what, { publishTime, now })
  }
}

/** Whether a rule has a condition about preflight. */
export function looksAtPreflight({ guards }: IssueRule): boolean {
  const asking = ['green', 'acknowledged', 'known', 'waivable', 'acknowledgeable'] as const
  return asking.some((guard) => guards.includes(guard))
}

function publishTimeOf(transition: string, { of, what }: { of: IssueMove; what: LoadedIssue }): string | null {
  if (transition === 'publish') return of.now
  if (transition === 'schedule') return momentOf(of.input.publishAt)
  return what.facts.publishAt
}
