import type { PayloadRequest } from 'payload'

import { actorOf, type Actor } from '../../access/staff.ts'
import type { ResolvedOptions } from '../../options.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { IssueKey } from '../../workflow/desk/loadIssue.ts'

/** A request about one issue or page. */
export interface DeskTarget {
  options: ResolvedOptions
  req: PayloadRequest
  id: string
}

/** The target that a route names. */
export function targetOf(options: ResolvedOptions, req: PayloadRequest): DeskTarget {
  return { options, req, id: routeParam(req, 'id') }
}

export function routeParam(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name] ?? '')
}

/** Where the workflow finds it. */
export function keyOf({ options, req, id }: DeskTarget): IssueKey {
  return { slugs: options.slugs, req, id }
}

/** The actor, if they are logged in and may read the issue or page; else a refusal that does not say which. */
export async function readableBy(
  { options, req, id }: DeskTarget,
  collection: 'issues' | 'pages',
): Promise<Actor> {
  const actor = actorOf(req)
  if (!actor) throw new Refusal(req, { code: 'notLoggedIn', status: 401 })
  const { docs } = await req.payload.find({
    collection: options.slugs[collection],
    where: { id: { equals: id } },
    ...{ depth: 0, limit: 1, select: {}, overrideAccess: false, req },
  })
  if (docs.length === 0) throw notFound(req, collection)
  return actor
}

/** There is none, or not for this person. */
export function notFound(req: PayloadRequest, collection: 'issues' | 'pages'): Refusal {
  return new Refusal(req, { code: collection === 'issues' ? 'issueNotFound' : 'pageNotFound', status: 404 })
}
