import type { I18n } from '@payloadcms/translations'
import { createLocalReq, type Payload, type TypedUser } from 'payload'

import { profiles, stages } from '../../core/workflow/index.ts'
import { optionsOf } from '../../options.ts'
import { fill, wordsIn } from '../../translations/index.ts'
import { viewerRoles } from '../issueWork/viewer.ts'
import { Requests } from '../Requests/index.tsx'
import './index.css'
import { unplaced } from './unplaced.ts'
import {
  addressOf,
  assignedTo,
  atStage,
  draftsOf,
  queueOf,
  slipsOf,
  type Paper,
  type Waiting,
} from './queueOf.ts'

interface ArticleQueuesProps {
  payload: Payload
  user: TypedUser | null
  i18n: I18n
  collectionSlug: string
  searchParams?: Record<string, unknown>
  /** Whether this is the list that the links lead to, one of which is then the current one. */
  here?: boolean
}

/** Above the list of articles, and on the first page: what waits for this person, and the articles of each stage, counted, as links. */
export async function ArticleQueues(props: ArticleQueuesProps) {
  const { payload, user, i18n, collectionSlug, searchParams = {}, here = true } = props
  const { admin, workflow } = wordsIn(i18n.language)
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  const { slugs } = optionsOf(payload)
  const roles = viewerRoles(req)
  const me = String(user.id)
  const mine = queueOf(roles, await papersOf(req))
  const waiting = await unplaced(req, mine)
  const takesDrafts = mine.some((waiting) => waiting.stages.includes('draft'))
  const wanted = [
    // Where nothing is left the link leads to where it would be.
    { label: admin['queue.mine'], queue: waiting.length > 0 ? waiting : mine, own: true, always: true },
    { label: admin['queue.assigned'], queue: assignedTo(me), own: true },
    { label: admin['queue.myDrafts'], queue: takesDrafts ? [] : draftsOf(me), own: true },
    ...stages.map((stage) => ({
      label: fill(admin['issue.count'], { stage: workflow.stages[stage], count: '' }),
      queue: atStage(stage),
    })),
  ].filter(({ queue }) => queue.length > 0)
  const count = async (queue: readonly Waiting[]): Promise<number> =>
    (
      await payload.count({
        collection: slugs.reviewSlips,
        where: slipsOf(queue),
        overrideAccess: false,
        req,
      })
    ).totalDocs
  const counted = await Promise.all(
    wanted.map(async (link) => {
      const nothing = link.queue === mine && waiting.length === 0
      return { always: false, own: false, ...link, count: nothing ? 0 : await count(link.queue) }
    }),
  )

  const list = `${payload.config.routes.admin}/collections/${collectionSlug}`
  const shown = keyOf(
    Object.entries(searchParams)
      .filter(([name]) => name.startsWith('where'))
      .map(([name, value]) => [name, String(value)]),
  )
  const current = (address: ReturnType<typeof addressOf>) =>
    here && shown === keyOf(address) ? 'page' : undefined
  return (
    <>
      {here ? <Requests req={req} language={i18n.language} about={['article']} /> : null}
      <nav className="broadsheet-queues" aria-label={admin['queue.label']}>
        {counted
          .filter((link) => link.always || link.count > 0)
          .map(({ label, queue, own, count: waiting }) => {
            const address = addressOf(queue)
            return (
              <a
                key={label}
                {...(own ? { className: 'broadsheet-queues__mine' } : {})}
                href={`${list}?${address.map(([name, value]) => `${name}=${value}`).join('&')}`}
                aria-current={current(address)}
              >
                {own ? `${label} ` : label}
                <b>{waiting}</b>
              </a>
            )
          })}
        <a href={list} aria-current={current([])}>
          {admin['queue.all']}
        </a>
      </nav>
    </>
  )
}

/** The papers that this person works for, each with its workflow. */
async function papersOf(req: Awaited<ReturnType<typeof createLocalReq>>): Promise<Paper[]> {
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

/** The same for two addresses that ask for the same, in whatever order. */
function keyOf(address: readonly (readonly [string, string])[]): string {
  return address
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
}
