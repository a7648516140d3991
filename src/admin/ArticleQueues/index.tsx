import type { I18n } from '@payloadcms/translations'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'

import { optionsOf } from '../../options.ts'
import { wordsIn, type Words } from '../../translations/index.ts'
import { viewerRoles } from '../issueWork/viewer.ts'
import { Requests } from '../Requests/index.tsx'
import { addressOf, isNarrowed, queueIn } from './address.ts'
import './index.css'
import { slipsOf } from './queueOf.ts'
import { isQueue, offeredQueues, ownQueues, readQueue, type QueueName } from './readQueue.ts'
import { ShownQueue } from './ShownQueue.tsx'

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
  if (!user) return null
  const words = wordsIn(i18n.language)
  const { admin } = words
  const req = await createLocalReq({ user }, payload)
  const list = `${payload.config.routes.admin}/collections/${collectionSlug}`
  const asked = here ? queueIn(searchParams) : null
  const narrowed = isNarrowed(searchParams)
  // Whoever has no role of the newspaper has no queues either, whatever the address says.
  const offered = viewerRoles(req).length > 0 ? await offeredQueues(req) : []
  const named = asked !== null && isQueue(asked) && offered.length > 0 ? [asked] : []
  const counted = new Map(
    await Promise.all(
      [...new Set([...offered, ...named])].map(async (name) => [name, await countOf(req, name)] as const),
    ),
  )
  const [shown] = named
  const links = offered.filter((name) => name === 'mine' || name === shown || counted.get(name))
  return (
    <>
      {here ? <Requests req={req} language={i18n.language} about={['article']} /> : null}
      {links.length > 0 ? (
        <nav className="broadsheet-queues" aria-label={admin['queue.label']}>
          {links.map((name) => (
            <a
              key={name}
              {...(own.has(name) ? { className: 'broadsheet-queues__mine' } : {})}
              href={addressOf(list, name)}
              aria-current={name === shown ? 'page' : undefined}
            >
              {labelOf(name, words)} <b>{counted.get(name)}</b>
            </a>
          ))}
          <a href={list} aria-current={here && asked === null && !narrowed ? 'page' : undefined}>
            {admin['queue.all']}
          </a>
        </nav>
      ) : null}
      {asked === null ? null : (
        <ShownQueue
          {...{ words, name: asked, narrowed, list }}
          queue={shown ? { label: labelOf(shown, words), count: counted.get(shown) ?? 0 } : null}
        />
      )}
    </>
  )
}

const own: ReadonlySet<QueueName> = new Set(ownQueues)

function labelOf(name: QueueName, { admin, workflow }: Words): string {
  if (name === 'mine') return admin['queue.mine']
  if (name === 'assigned') return admin['queue.assigned']
  return name === 'my-drafts' ? admin['queue.myDrafts'] : workflow.stages[name]
}

/** How many articles a queue has, of those that whoever asks may read. */
async function countOf(req: PayloadRequest, name: QueueName): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: optionsOf(req.payload).slugs.reviewSlips,
    where: slipsOf((await readQueue(req, name)) ?? []),
    ...{ overrideAccess: false, req },
  })
  return totalDocs
}
