import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import type { Role } from '../core/workflow/index.ts'
import { optionsOf, rolesStandFor } from '../options.ts'

/** What an access function reads of the person who asks. */
export interface Actor {
  id: string
  roles: readonly Role[]
  /** Ids of the publications they may work on; empty means all. */
  publications: readonly string[]
}

interface UserDocument {
  id: string | number
  roles?: string[] | null
  publications?: (string | { id: string })[] | null
}

/** The person behind a request, or null for an anonymous one and for a user without any role. */
export function actorOf(req: Pick<PayloadRequest, 'user' | 'payload'>): Actor | null {
  const user = req.user as unknown as UserDocument | null
  if (!user?.roles?.length) return null
  const roles = rolesStandFor(optionsOf(req.payload).roles, user.roles)
  // Names that stand for nothing here make nobody a member of the staff.
  if (roles.length === 0) return null
  return {
    id: String(user.id),
    roles,
    publications: (user.publications ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.id)),
  }
}

export function hasRole(actor: Actor | null, ...allowed: readonly Role[]): boolean {
  return actor !== null && actor.roles.some((role) => allowed.includes(role))
}

/** True, or the `Where` that keeps an actor to their publications along the given path. */
export function withinPublications(actor: Actor, path: string): true | Where {
  return actor.publications.length === 0 ? true : { [path]: { in: [...actor.publications] } }
}

/**
 * The one gate for reading: anonymous clients get what the public condition lets through,
 * staff get everything of their publications.
 * @param gate.path where a row keeps its publication, such as `issue.publication`; omitted for rows of the whole house
 * @param gate.open what the public may see; `false` closes the collection
 */
export function readable(gate: { path?: string; open: false | Where }): Access {
  return ({ req }) => {
    const actor = actorOf(req)
    if (!actor) return gate.open
    return gate.path ? withinPublications(actor, gate.path) : true
  }
}

/** Writing: one of these roles, within the actor's publications. */
export function writable(allowed: readonly Role[], path?: string): Access {
  return ({ req }) => {
    const actor = actorOf(req)
    if (!actor || !hasRole(actor, ...allowed)) return false
    return path ? withinPublications(actor, path) : true
  }
}

/** Creating cannot be answered with a `Where`: hooks check the publication of what is created. */
export function creatable(allowed: readonly Role[]): Access {
  return ({ req }) => hasRole(actorOf(req), ...allowed)
}

/** A field that only people with a role may read. */
export const staffField: FieldAccess = ({ req }) => actorOf(req) !== null

/** A field that no request may write: the code that owns it writes with `overrideAccess`. */
export const nobody: FieldAccess = () => false
