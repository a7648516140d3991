import type { Endpoint, PayloadRequest } from 'payload'

import { issueOffers, pageOffers, type DeskInput, type IssueFacts } from '../../core/issue/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { Blocked } from '../../refusals/blocked.ts'
import { loadIssue } from '../../workflow/desk/loadIssue.ts'
import { loadPreflight } from '../../workflow/desk/loadPreflight.ts'
import { moveIssue } from '../../workflow/desk/moveIssue.ts'
import { loadPage, movePage } from '../../workflow/desk/movePage.ts'
import { namesOf } from '../../workflow/revisionsSince.ts'
import { jsonBody } from '../jsonBody.ts'
import { deskInput } from './deskInput.ts'
import { keyOf, notFound, readableBy, routeParam, targetOf, type DeskTarget } from './deskTarget.ts'
import { answerOffers } from './issueBoard.ts'
import { issueRevisionsSince } from './issueRevisions.ts'

/** What a move of a page answers with: where it is now. */
export interface PageAnswer {
  stage: string
  rev: number
  hash: string
}

/** What a move of an issue answers with; of a publication also what appeared. */
export interface IssueAnswer extends PageAnswer {
  edition?: string
  articles?: string[]
  publishedAt?: string
}

/** Moves of a page over REST. */
export function pageEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/transitions',
      method: 'get',
      handler: async (req) => Response.json(await listPage(targetOf(options, req))),
    },
    {
      path: '/:id/transitions/:name',
      method: 'post',
      handler: async (req) => Response.json(await makePageMove(await moveIn(options, req))),
    },
  ]
}

/** Moves of an issue over REST. */
export function issueMoveEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/transitions',
      method: 'get',
      handler: async (req) => Response.json(await listIssue(targetOf(options, req))),
    },
    {
      path: '/:id/transitions/:name',
      method: 'post',
      handler: async (req) => Response.json(await makeIssueMove(await moveIn(options, req))),
    },
  ]
}

export type DeskMove = DeskTarget & { transition: string; input: DeskInput }

/** Makes a move of a page for whoever asks. Throws with every reason when it is refused. */
export async function makePageMove(move: DeskMove): Promise<PageAnswer> {
  const { req, transition, input } = move
  const actor = await readableBy(move, 'pages')
  const moved = await movePage({ ...keyOf(move), transition, input, actor, now: new Date().toISOString() })
  if (moved.outcome === 'missing') throw notFound(req, 'pages')
  const { stage, rev, hash } = moved.page
  if (moved.outcome === 'moved') return { stage, rev, hash }
  throw new Blocked(req, { blockers: moved.blockers, current: { stage, rev, hash } })
}

/** Makes a move of an issue likewise. */
export async function makeIssueMove(move: DeskMove): Promise<IssueAnswer> {
  const { req, transition, input } = move
  const actor = await readableBy(move, 'issues')
  const moved = await moveIssue({ ...keyOf(move), transition, input, actor, now: new Date().toISOString() })
  if (moved.outcome === 'missing') throw notFound(req, 'issues')
  const { stage, rev, hash } = moved.issue
  if (moved.outcome === 'refused') {
    const since = await issueRevisionsSince(keyOf(move), input.rev ?? rev)
    throw new Blocked(req, { blockers: moved.blockers, current: { stage, rev, hash, since } })
  }
  if (!moved.published) return { stage, rev, hash }
  const { edition, articles, publishedAt } = moved.published
  return { stage, rev, hash, edition: edition.id, articles, publishedAt }
}

async function listPage(target: DeskTarget): Promise<object> {
  const { req } = target
  const actor = await readableBy(target, 'pages')
  const found = await loadPage(keyOf(target))
  if (!found) throw notFound(req, 'pages')
  const { page, loaded } = found
  const offers = pageOffers({ actor, now: new Date().toISOString(), question: { page, issue: loaded.facts } })
  const { stage, rev, hash } = page
  return { stage, rev, hash, issue: loaded.row.id, transitions: answerOffers(req, offers) }
}

async function listIssue(target: DeskTarget): Promise<object> {
  const { req } = target
  const actor = await readableBy(target, 'issues')
  const loaded = await loadIssue(keyOf(target))
  if (!loaded) throw notFound(req, 'issues')
  const now = new Date().toISOString()
  const { facts } = loaded
  const { items } = await loadPreflight(keyOf(target), loaded, { publishTime: facts.publishAt, now })
  const offers = issueOffers({ actor, now, question: { issue: facts, items } })
  const { stage, rev, hash } = facts
  const pending = await answerPending(target, facts.pending)
  return { stage, rev, hash, pending, transitions: answerOffers(req, offers) }
}

/** What waits for its second person, with the name of the first. */
async function answerPending(target: DeskTarget, pending: IssueFacts['pending']): Promise<object | null> {
  if (!pending) return null
  const { slugs, req } = keyOf(target)
  const names = await namesOf({ slugs, req, users: [pending.by] })
  return { ...pending, by: { id: pending.by, name: names.get(pending.by) ?? pending.by } }
}

async function moveIn(options: ResolvedOptions, req: PayloadRequest): Promise<DeskMove> {
  const input = deskInput(await jsonBody(req))
  return { ...targetOf(options, req), transition: routeParam(req, 'name'), input }
}
