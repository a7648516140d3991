import type { PayloadRequest } from 'payload'

import {
  responsibilityRoles,
  type IssuePlan,
  type Responsibility,
  type ResponsibilityRole,
} from '../../core/issue/index.ts'
import type { Slugs } from '../../options.ts'
import type { LoadedIssue } from '../desk/loadIssue.ts'
import { rowsOf } from '../rows.ts'

/** A page's responsibility line as readers see it: names, never ids or addresses. */
export type PublicResponsibility = { role: ResponsibilityRole; names: string[] }[]

/** Lets readers see the pages of an issue as one whole, each with its responsibility line, and what stands on them. */
export async function showPages(args: {
  slugs: Slugs
  req: PayloadRequest
  loaded: LoadedIssue
  lines: ReadonlyMap<string, Responsibility>
  plan: IssuePlan
}): Promise<void> {
  const { slugs, req, loaded, lines } = args
  const { db } = req.payload
  const names = await publicNames({ slugs, req }, [...lines.values()])
  for (const page of loaded.facts.pages) {
    const responsibility = publicLine(lines.get(page.id), names)
    const data = { public: true, responsibility, rev: page.rev + 1 }
    await db.updateOne({ collection: slugs.pages, id: page.id, data, req, returning: false })
  }
  const where = { issue: { equals: loaded.row.id } }
  await db.updateMany({ collection: slugs.placements, where, data: { public: true }, req, returning: false })
}

/** The parts that somebody has, by name. */
export function publicLine(
  line: Responsibility | undefined,
  names: ReadonlyMap<string, string>,
): PublicResponsibility {
  if (!line) return []
  return responsibilityRoles
    .map((role) => ({ role, names: line[role].flatMap((user) => names.get(user) ?? []) }))
    .filter((part) => part.names.length > 0)
}

/** Names that may stand in the paper; whoever has entered none stays unnamed, rather than with an address. */
export async function publicNames(
  { slugs, req }: { slugs: Slugs; req: PayloadRequest },
  lines: readonly Responsibility[],
): Promise<Map<string, string>> {
  const ids = [...new Set(lines.flatMap((line) => responsibilityRoles.flatMap((role) => [...line[role]])))]
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(req).all(slugs.users, { id: { in: ids } })
  return new Map(
    rows.flatMap(({ id, name }) =>
      typeof name === 'string' && name !== '' ? [[String(id), name] as const] : [],
    ),
  )
}
