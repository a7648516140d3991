import type { I18n } from '@payloadcms/translations'
import type { Payload, TypedUser, Where } from 'payload'

import { stages, type Stage } from '../../core/workflow/index.ts'
import { optionsOf, rolesStandFor } from '../../options.ts'
import { fill, wordsIn } from '../../translations/index.ts'
import './index.css'
import { queueOf } from './queueOf.ts'

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
  const { slugs, roles: own } = optionsOf(payload)
  const roles = rolesStandFor(own, (user as { roles?: string[] } | null)?.roles ?? [])
  if (!user) return null
  const count = async (where: Where): Promise<number> =>
    (await payload.count({ collection: slugs.reviewSlips, where, overrideAccess: false, user })).totalDocs

  const queue = queueOf(roles)
  const [mine, drafts, ...all] = await Promise.all([
    queue.length > 0 ? count({ stage: { in: [...queue] } }) : 0,
    queue.includes('draft')
      ? 0
      : count({
          and: [{ stage: { in: ['draft', 'correcting'] } }, { creator: { equals: String(user.id) } }],
        }),
    ...stages.map((stage) => count({ stage: { equals: stage } })),
  ])
  const list = `${payload.config.routes.admin}/collections/${collectionSlug}`
  const shown = shownStages(searchParams)
  const current = (wanted: readonly Stage[], own = false) =>
    here && shown.own === own && [...shown.stages].sort().join() === [...wanted].sort().join()
      ? 'page'
      : undefined
  // Payload's filters know a virtual field by the path it is read from.
  const atStages = (wanted: readonly Stage[]) =>
    `${list}?${wanted.map((stage, index) => `where[or][0][and][0][slip.stage][in][${index}]=${stage}`).join('&')}`
  const links = stages
    .map((stage, index) => ({ stage, count: all[index] ?? 0 }))
    .filter((link) => link.count > 0)
  return (
    <nav className="broadsheet-queues" aria-label={admin['queue.label']}>
      {queue.length > 0 ? (
        <a className="broadsheet-queues__mine" href={atStages(queue)} aria-current={current(queue)}>
          {admin['queue.mine']} <b>{mine}</b>
        </a>
      ) : null}
      {drafts > 0 ? (
        <a
          className="broadsheet-queues__mine"
          href={`${atStages(['draft', 'correcting'])}&where[or][0][and][1][slip.creator][equals]=${user.id}`}
          aria-current={current(['draft', 'correcting'], true)}
        >
          {admin['queue.myDrafts']} <b>{drafts}</b>
        </a>
      ) : null}
      {links.map((link) => (
        <a key={link.stage} href={atStages([link.stage])} aria-current={current([link.stage])}>
          {fill(admin['issue.count'], { stage: workflow.stages[link.stage], count: '' })}
          <b>{link.count}</b>
        </a>
      ))}
      <a href={list} aria-current={current([])}>
        {admin['queue.all']}
      </a>
    </nav>
  )
}

/** Which of these links the list was opened by, as its address says; no stages when it shows all. */
function shownStages(searchParams: Record<string, unknown>): { stages: string[]; own: boolean } {
  const conditions = Object.entries(searchParams).filter(([name]) => name.startsWith('where'))
  return {
    stages: conditions.filter(([name]) => name.includes('[slip.stage]')).map(([, value]) => String(value)),
    own: conditions.some(([name]) => name.includes('[slip.creator]')),
  }
}
