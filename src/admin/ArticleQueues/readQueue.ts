import type { PayloadRequest } from 'payload'

import { profiles, stages, type Stage } from '../../core/workflow/index.ts'
import { optionsOf } from '../../options.ts'
import { viewerRoles } from '../issueWork/viewer.ts'
import { assignedTo, atStage, draftsOf, queueOf, type Paper, type Waiting } from './queueOf.ts'
import { unplaced } from './unplaced.ts'

/** What waits for whoever asks, what they were given, what they wrote. */
export const ownQueues = ['mine', 'assigned', 'my-drafts'] as const

/** The name of a queue in an address: one of a person's own, or a stage, with whatever of it the person may read. */
export type QueueName = (typeof ownQueues)[number] | Stage

/** The queue of this name as it is for whoever asks, none of which may be left; null when there is no such queue for them. */
export async function readQueue(req: PayloadRequest, name: string): Promise<readonly Waiting[] | null> {
  if (!req.user || viewerRoles(req).length === 0 || !isQueue(name)) return null
  const me = String(req.user.id)
  if (name === 'mine') return unplaced(req, await comingTo(req))
  if (name === 'assigned') return assignedTo(me)
  return name === 'my-drafts' ? draftsOf(me) : atStage(name)
}

/** The queues that whoever asks is offered, in order. Drafts that wait for them in any case are not offered as their own besides. */
export async function offeredQueues(req: PayloadRequest): Promise<readonly QueueName[]> {
  const takesDrafts = (await comingTo(req)).some((waiting) => waiting.stages.includes('draft'))
  return [...ownQueues.filter((name) => name !== 'my-drafts' || !takesDrafts), ...stages]
}

/** Whether a text names a queue. */
export function isQueue(name: string): name is QueueName {
  return [...ownQueues, ...stages].some((known) => known === name)
}

/** What the rules leave to whoever asks. */
async function comingTo(req: PayloadRequest): Promise<Waiting[]> {
  return queueOf(viewerRoles(req), await papersOf(req))
}

/** The papers that this person works for, each with its workflow. */
async function papersOf(req: PayloadRequest): Promise<Paper[]> {
  const { slugs, profiles: known } = optionsOf(req.payload)
  const { docs } = await req.payload.find({
    ...{ collection: slugs.publications, depth: 0, limit: 0, pagination: false },
    ...{ overrideAccess: false, req },
  })
  return (docs as unknown as { id: string; profile?: string | null }[]).map(({ id, profile }) => ({
    id,
    // As the workflow has it: a profile that is no longer there leaves its texts to the strictest.
    profile: known[String(profile)] ?? profiles.newsroom,
  }))
}
