import type { Endpoint, PayloadRequest } from 'payload'

import { deskBlocker, type DeskOffer } from '../../core/issue/index.ts'
import { blocker, type Actor } from '../../core/workflow/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { answerBlockers, Blocked } from '../../refusals/blocked.ts'
import { wordsIn } from '../../translations/index.ts'
import { boardOf, boardTag, type Board, type DroppedView } from '../../workflow/desk/board.ts'
import { layOut } from '../../workflow/desk/layOut.ts'
import { jsonBody } from '../jsonBody.ts'
import { describeDropped } from './describeDropped.ts'
import { layoutOp } from './deskInput.ts'
import { keyOf, notFound, readableBy, targetOf, type DeskTarget } from './deskTarget.ts'
import { issueRevisionsSince } from './issueRevisions.ts'

/** 版面看板 over REST: what it shows, and every way to lay out. */
export function boardEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    { path: '/:id/board', method: 'get', handler: (req) => show(targetOf(options, req)) },
    { path: '/:id/layout', method: 'post', handler: (req) => change(targetOf(options, req)) },
  ]
}

async function show(target: DeskTarget): Promise<Response> {
  const { req } = target
  const actor = await readableBy(target, 'issues')
  const tag = await boardTag(keyOf(target), actor)
  if (tag && req.headers.get('if-none-match') === tag) {
    return new Response(null, { status: 304, headers: { etag: tag, 'cache-control': 'private, no-cache' } })
  }
  return answer(target, actor)
}

async function change(target: DeskTarget): Promise<Response> {
  const { req } = target
  const actor = await readableBy(target, 'issues')
  const body = await jsonBody(req)
  const op = layoutOp(body)
  if (!op)
    throw new Blocked(req, { blockers: [deskBlocker('layout.unknown', { op: String(body.op ?? '') })] })
  const rev = Number.isSafeInteger(body.rev) ? (body.rev as number) : undefined
  if (rev === undefined) throw new Blocked(req, { blockers: [blocker('rev.missing')] })
  const done = await layOut({ ...keyOf(target), actor, op, rev, now: new Date().toISOString() })
  if (done.outcome === 'missing') throw notFound(req, 'issues')
  if (done.outcome === 'refused') {
    const since = await issueRevisionsSince(keyOf(target), rev)
    throw new Blocked(req, { blockers: done.blockers, current: { rev: done.rev, since } })
  }
  return answer(target, actor)
}

async function answer(target: DeskTarget, actor: Actor): Promise<Response> {
  const { req } = target
  // Before the board: what changes between the two is asked for again, rather than missed.
  const tag = await boardTag(keyOf(target), actor)
  const board = await boardOf(keyOf(target), { actor, now: new Date().toISOString() })
  if (!board) throw notFound(req, 'issues')
  return Response.json(answered(req, board), {
    headers: { ...(tag ? { etag: tag } : {}), 'cache-control': 'private, no-cache' },
  })
}

/** The board with every reason in words. */
function answered(req: PayloadRequest, board: Board): object {
  const { issue, pages, layout } = board
  return {
    ...board,
    issue: { ...issue, dropped: answerDropped(req, issue.dropped) },
    pages: pages.map((page) => ({
      ...page,
      dropped: answerDropped(req, page.dropped),
      offers: answerOffers(req, page.offers),
    })),
    layout: { ...layout, blockers: answerBlockers(req, layout.blockers) },
  }
}

/** Offers with their reasons in words. */
export function answerOffers(req: PayloadRequest, offers: readonly DeskOffer[]): object[] {
  return offers.map((offer) => ({ ...offer, blockers: answerBlockers(req, offer.blockers) }))
}

/** Why a signature was lost, with a sentence that says so. */
export function answerDropped(req: PayloadRequest, dropped: DroppedView | null): object | null {
  return dropped && { ...dropped, words: describeDropped(dropped, wordsIn(req.i18n?.language)) }
}
