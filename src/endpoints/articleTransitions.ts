import type { Endpoint, PayloadRequest } from 'payload'

import { actorOf, type Actor } from '../access/staff.ts'
import { editBlockers, pathOf, transitionsFor, type TransitionInput } from '../core/workflow/index.ts'
import { answerBlockers, Blocked } from '../refusals/blocked.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ResolvedOptions } from '../options.ts'
import { loadFacts } from '../workflow/loadFacts.ts'
import { moveArticle } from '../workflow/moveArticle.ts'
import { publicHistory } from '../workflow/publicVersions.ts'
import { revisionsSince } from '../workflow/revisionsSince.ts'
import { slipOf } from '../workflow/slipOf.ts'
import { jsonBody } from './jsonBody.ts'
import { transitionInput } from './transitionInput.ts'

/** What a move answers with: where the article is now. */
export interface MoveAnswer {
  stage: string
  rev: number
  hash: string
}

/** The workflow of one article over REST. */
export function articleEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/transitions',
      method: 'get',
      handler: async (req) =>
        Response.json(await listTransitions({ options, req, id: routeParam(req, 'id') })),
    },
    {
      path: '/:id/slip',
      method: 'get',
      handler: async (req) => {
        const id = routeParam(req, 'id')
        await readable({ options, req, id })
        return Response.json(await slipOf({ slugs: options.slugs, req, id }))
      },
    },
    {
      path: '/:id/editions',
      method: 'get',
      handler: async (req) => {
        const id = routeParam(req, 'id')
        await readable({ options, req, id })
        return Response.json(await publicHistory({ slugs: options.slugs, req, id }))
      },
    },
    {
      path: '/:id/transitions/:name',
      method: 'post',
      handler: async (req) => {
        const input = transitionInput(await jsonBody(req))
        const [id, transition] = [routeParam(req, 'id'), routeParam(req, 'name')]
        return Response.json(await makeMove({ options, req, id, transition, input }))
      },
    },
  ]
}

interface Listing extends MoveAnswer {
  /** The steps of the cycle, or those it would have if it were submitted now. */
  path: readonly string[]
  /** Why this user may not edit the text where it stands; empty when they may. */
  edit: object[]
  transitions: object[]
}

interface Target {
  options: ResolvedOptions
  req: PayloadRequest
  id: string
}

/** Makes a move for whoever asks. Throws with every reason when it is refused. */
export async function makeMove(
  move: Target & { transition: string; input: TransitionInput },
): Promise<MoveAnswer> {
  const { options, req, id, transition, input } = move
  const actor = await readable(move)
  const { slugs } = options
  const moved = await moveArticle({ slugs, req, id, transition, actor, input, now: new Date().toISOString() })
  if (moved.outcome === 'missing') throw new Refusal(req, { code: 'articleNotFound', status: 404 })
  const { stage, rev, contentHash: hash } = moved.slip
  if (moved.outcome === 'moved') return { stage, rev, hash }
  const since = await revisionsSince({ slugs, req, article: id, rev: input.rev ?? rev })
  throw new Blocked(req, { blockers: moved.blockers, current: { stage, rev, hash, since } })
}

/** Every move of the rule book, for whoever asks: what they may do, why not the rest, and why not edit the text. */
async function listTransitions(target: Target): Promise<Listing> {
  const { options, req, id } = target
  const actor = await readable(target)
  const loaded = await loadFacts({ slugs: options.slugs, req, id })
  if (!loaded) throw new Refusal(req, { code: 'articleNotFound', status: 404 })
  const { facts, slip } = loaded
  const offers = transitionsFor({ actor, facts, now: new Date().toISOString() })
  return {
    ...{ stage: slip.stage, rev: slip.rev, hash: slip.contentHash },
    path: pathOf(facts),
    edit: answerBlockers(req, editBlockers(actor, facts)),
    transitions: offers.map((offer) => ({ ...offer, blockers: answerBlockers(req, offer.blockers) })),
  }
}

/** The actor, if they are logged in and may read the article; else a refusal that does not say which. */
async function readable({ options, req, id }: Target): Promise<Actor> {
  const actor = actorOf(req)
  if (!actor) throw new Refusal(req, { code: 'notLoggedIn', status: 401 })
  const { docs } = await req.payload.find({
    collection: options.slugs.articles,
    where: { id: { equals: id } },
    ...{ draft: true, depth: 0, limit: 1, select: {}, overrideAccess: false, req },
  })
  if (docs.length === 0) throw new Refusal(req, { code: 'articleNotFound', status: 404 })
  return actor
}

function routeParam(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name] ?? '')
}
