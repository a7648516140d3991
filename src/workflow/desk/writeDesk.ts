import type { PayloadRequest, Where } from 'payload'

import type { DeskEvent, IssueChange, IssueRule, PageChange } from '../../core/issue/index.ts'
import type { Slugs } from '../../options.ts'
import { LostRace } from '../lostRace.ts'
import { rowsOf } from '../rows.ts'
import { nextEvent, type EditionReference } from '../trail.ts'
import type { IssueRow, PageRow } from './deskRows.ts'

interface Target {
  slugs: Slugs
  req: PayloadRequest
}

/** What of an issue's row the next event needs. */
export type IssueHead = Pick<IssueRow, 'id' | 'publication' | 'rev' | 'trailSeq' | 'trailHash'>

/**
 * Moves an issue on by compare-and-set on its rev and adds the event to its chain. Everything that happens to an issue, its
 * pages and its layout goes through here, so that `rev` counts it. Throws `LostRace` when somebody was faster.
 * @returns the head as it is now
 */
export async function advanceIssue(
  { slugs, req }: Target,
  advance: {
    issue: IssueHead
    event: Omit<DeskEvent, 'rev'>
    change?: Partial<IssueChange>
    edition?: EditionReference | null
  },
): Promise<IssueHead> {
  const { issue, change = {}, edition = null } = advance
  const rows = rowsOf(req)
  const rev = issue.rev + 1
  const event = nextEvent({
    subject: { kind: 'issue', id: issue.id, publication: issue.publication },
    head: { seq: issue.trailSeq, hash: issue.trailHash },
    event: { ...advance.event, rev },
    edition,
  })
  const head = { rev, trailSeq: event.seq, trailHash: event.hash }
  const where: Where = { and: [{ id: { equals: issue.id } }, { rev: { equals: issue.rev } }] }
  // Readers see when an issue changed: of a request that waits for its second person they learn nothing.
  const before = event.phase === 'asked' ? await rows.one(slugs.issues, { id: { equals: issue.id } }) : null
  const stamp = { updatedAt: before?.updatedAt ?? event.at }
  const won = await rows.swap(slugs.issues, where, { ...change, ...asked(change), ...head, ...stamp })
  if (!won) throw new LostRace(`Issue ${issue.id} is no longer at rev ${issue.rev}`)
  await rows.insert(slugs.workflowEvents, event)
  return { ...issue, ...head }
}

/**
 * Takes an issue for a move that readers see, before anything else is read or written: of two who publish it, or
 * processes that find it due, one goes on. `settleIssue` ends what this begins. Throws `LostRace` when somebody was faster.
 */
export async function claimIssue(
  { slugs, req }: Target,
  { issue, rule }: { issue: IssueRow; rule: IssueRule },
): Promise<void> {
  const where: Where = {
    and: [{ id: { equals: issue.id } }, { rev: { equals: issue.rev } }, { stage: { in: [...rule.from] } }],
  }
  const won = await rowsOf(req).swap(slugs.issues, where, { stage: rule.to, rev: issue.rev + 1 })
  if (!won) throw new LostRace(`Issue ${issue.id} is no longer at rev ${issue.rev}`)
}

/** Ends what `claimIssue` began: the rest of the change, and the event on the issue's chain. */
export async function settleIssue(
  { slugs, req }: Target,
  settle: {
    issue: IssueRow
    event: Omit<DeskEvent, 'rev'>
    change: Partial<IssueChange> & { public: boolean }
    edition: EditionReference
  },
): Promise<void> {
  const { issue, change, edition } = settle
  const rows = rowsOf(req)
  const rev = issue.rev + 1
  const event = nextEvent({
    subject: { kind: 'issue', id: issue.id, publication: issue.publication },
    head: { seq: issue.trailSeq, hash: issue.trailHash },
    event: { ...settle.event, rev },
    edition,
  })
  const where: Where = { and: [{ id: { equals: issue.id } }, { rev: { equals: rev } }] }
  const head = { rev, trailSeq: event.seq, trailHash: event.hash }
  if (!(await rows.swap(slugs.issues, where, { ...change, ...asked(change), ...head, updatedAt: event.at })))
    throw new LostRace(`Issue ${issue.id} is no longer at rev ${rev}`)
  await rows.insert(slugs.workflowEvents, event)
}

/** Changes a page by compare-and-set on its rev, which goes up by one. Throws `LostRace` likewise. */
export async function changePage(
  { slugs, req }: Target,
  { page, change = {} }: { page: Pick<PageRow, 'id' | 'rev'>; change?: Partial<PageChange> },
): Promise<void> {
  const where: Where = { and: [{ id: { equals: page.id } }, { rev: { equals: page.rev } }] }
  const won = await rowsOf(req).swap(slugs.pages, where, { ...change, rev: page.rev + 1 })
  if (!won) throw new LostRace(`Page ${page.id} is no longer at rev ${page.rev}`)
}

/** The move that waits for a second person, beside the request itself: an index finds it. */
function asked({ pending }: Partial<IssueChange>): { pendingMove?: string | null } {
  return pending === undefined ? {} : { pendingMove: pending?.transition ?? null }
}
