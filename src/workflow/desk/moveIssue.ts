import {
  decideIssue,
  issueTransitions,
  type AnyBlocker,
  type DeskOrder,
  type DeskRequest,
  type IssueFacts,
  type IssueRule,
  type IssueTransitionName,
  type IssuePlan,
} from '../../core/issue/index.ts'
import { momentOf } from '../../core/workflow/index.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { again } from '../lostRace.ts'
import { ArticlesRefused, publishLoaded, type Published } from '../publish/publishLoaded.ts'
import { reinstateLoaded } from '../publish/reinstateLoaded.ts'
import { withdrawLoaded } from '../publish/withdrawLoaded.ts'
import { issueRow, loadIssue, type IssueKey, type LoadedIssue } from './loadIssue.ts'
import { checkedArticles, loadPreflight, type Checked } from './loadPreflight.ts'
import { advanceIssue, claimIssue } from './writeDesk.ts'

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
  try {
    return await again(() => inTransaction(move.req, () => moveOnce(move)))
  } catch (error) {
    // What was claimed has been rolled back.
    if (error instanceof Unmoved) return error.outcome
    throw error
  }
}

/** Orders that change what readers see. */
const readersSee: ReadonlySet<DeskOrder> = new Set(['writePublic', 'removePublic', 'showAgain'])

/** Refused after the issue was claimed: thrown inside the transaction, so that the claim is rolled back. */
class Unmoved extends Error {
  override name = 'Unmoved'
  constructor(readonly outcome: IssueMoved) {
    super('The issue was claimed and could not be moved')
  }
}

async function moveOnce(move: IssueMove): Promise<IssueMoved> {
  const { slugs, req, transition, now } = move
  const row = await issueRow(move)
  if (!row) return { outcome: 'missing' }
  const rule: IssueRule | undefined = Object.hasOwn(issueTransitions, transition)
    ? issueTransitions[transition as IssueTransitionName]
    : undefined
  // A request that waits for its second person changes nothing yet.
  const shows = rule !== undefined && rule.orders.some((order) => readersSee.has(order))
  const carriesOut = shows && (rule.confirmedBy === undefined || move.input.confirm === true)
  const claims = carriesOut && rule.from.includes(row.stage) && move.input.rev === row.rev
  if (claims) await claimIssue({ slugs, req }, { issue: row, rule })
  const loaded = await loadIssue(move, row)
  if (!loaded) return { outcome: 'missing' }
  const checked = rule && looksAtPreflight(rule) ? await checkedFor(loaded) : null
  const question = { issue: loaded.facts, items: checked?.items ?? null }
  const decision = decideIssue({ ...move, question })
  if (!decision.allowed) return refuse(decision.blockers)
  const { plan } = decision
  if (!claims) {
    await advanceIssue({ slugs, req }, { issue: loaded.row, change: plan.change, event: plan.event })
    return { outcome: 'moved', plan, published: null, issue: { ...loaded.facts, ...plan.change } }
  }
  try {
    const articles = checked?.articles ?? (await checkedArticles(move, loaded))
    const published = plan.orders.includes('removePublic')
      ? await withdrawLoaded(move, { plan, loaded, articles })
      : plan.orders.includes('showAgain')
        ? await reinstateLoaded(move, { plan, loaded, articles })
        : await publishLoaded(move, { plan, loaded, articles })
    return { outcome: 'moved', plan, published, issue: { ...loaded.facts, ...plan.change } }
  } catch (error) {
    if (error instanceof ArticlesRefused) return refuse(error.blockers)
    throw error
  }

  function refuse(blockers: AnyBlocker[]): IssueMoved {
    const outcome: IssueMoved = { outcome: 'refused', blockers, issue: loaded!.facts }
    if (claims) throw new Unmoved(outcome)
    return outcome
  }

  /** Preflight as of the time at which the issue is to appear. */
  function checkedFor(what: LoadedIssue): Promise<Checked> {
    const publishTime = publishTimeOf(transition, { of: move, what })
    return loadPreflight(move, what, { publishTime, now })
  }
}

/** Whether a rule has a condition about preflight. */
export function looksAtPreflight({ guards }: IssueRule): boolean {
  const asking = ['green', 'acknowledged', 'known', 'waivable', 'acknowledgeable'] as const
  return asking.some((guard) => guards.includes(guard))
}

function publishTimeOf(
  transition: string,
  { of, what }: { of: IssueMove; what: LoadedIssue },
): string | null {
  if (transition === 'publish') return of.now
  if (transition === 'schedule') return momentOf(of.input.publishAt)
  return what.facts.publishAt
}
