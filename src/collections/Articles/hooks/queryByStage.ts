import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { actorOf } from '../../../access/staff.ts'
import type { Slugs } from '../../../options.ts'

/** More slips than these are not named one by one: whoever asks for so many articles reads much of the table in any case. */
const most = 1_000

/** The paths by which a query may name the stage. */
const paths: ReadonlySet<string> = new Set(['slip.stage', 'stage'])

/**
 * Staff ask for the articles of a stage all day. The stage stands on the slip, and a database that joins it walks through every
 * article: SQLite knows how many stages there are, not that few articles stand at most of them. So the slips are looked up
 * first, by their index, and the articles by theirs. Which rows come back is the same.
 */
export function queryByStage(slugs: Slugs): CollectionBeforeOperationHook {
  return async ({ args, operation, overrideAccess, req }) => {
    const { where } = args as { where?: Where }
    const asks = operation === 'read' || operation === 'count'
    // The public may not ask by stage at all; that is refused elsewhere.
    if (!asks || !where || overrideAccess || !actorOf(req)) return args
    return { ...args, where: await rewrite(where, (stages) => slipsAt(stages, { req, slugs })) }
  }
}

type Lookup = (stages: readonly string[]) => Promise<string[] | null>

async function rewrite(where: Where, lookup: Lookup): Promise<Where> {
  const parts = Object.entries(where).map(async ([key, value]): Promise<Where> => {
    if (Array.isArray(value)) {
      return { [key]: await Promise.all(value.map((part: Where) => rewrite(part, lookup))) }
    }
    const stages = paths.has(key) ? stagesIn(value) : null
    const slips = stages && (await lookup(stages))
    // Beside a condition on the slip that is there already.
    return slips ? { and: [{ slip: { in: slips } }] } : { [key]: value }
  })
  const [first = {}, ...others] = await Promise.all(parts)
  return others.length === 0 ? first : { and: [first, ...others] }
}

/** The stages that a condition asks for and nothing else; null for any other condition. */
function stagesIn(condition: unknown): string[] | null {
  if (typeof condition !== 'object' || condition === null) return null
  const [entry, ...others] = Object.entries(condition)
  if (!entry || others.length > 0) return null
  const [operator, value] = entry as [string, unknown]
  const stages = operator === 'equals' ? [value] : operator === 'in' && Array.isArray(value) ? value : []
  return stages.length > 0 && stages.every((stage) => typeof stage === 'string') ? stages : null
}

async function slipsAt(
  stages: readonly string[],
  { req, slugs }: { req: PayloadRequest; slugs: Slugs },
): Promise<string[] | null> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    ...{ collection: slugs.reviewSlips, where: { stage: { in: [...stages] } }, req },
    ...{ limit: most + 1, pagination: false, select: { stage: true }, sort: 'id' },
  })
  if (docs.length > most) return null
  // No row has the empty id: what asks for none finds none.
  return docs.length > 0 ? docs.map(({ id }) => id) : ['']
}
