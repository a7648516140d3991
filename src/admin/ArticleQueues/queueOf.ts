import type { Where } from 'payload'

import { stages, waitingPlaces, type Profile, type Role, type Stage } from '../../core/workflow/index.ts'

/** Texts that wait for somebody: at these stages, of these papers, seen by readers before or not. */
export interface Waiting {
  stages: readonly Stage[]
  /** Only texts that readers have seen before, or only those they have not; null for all. */
  seenBefore: boolean | null
  /** Ids of the papers; null for all. */
  publications: readonly string[] | null
  /** Id of the user whom they are assigned to, or who made them; null for whomever. */
  assignee?: string
  creator?: string
  /** Ids of the articles, where they are known one by one: nothing else has to be asked. */
  articles?: readonly string[]
}

/** A paper and the workflow its texts follow. */
export interface Paper {
  id: string
  profile: Profile
}

/** What waits for somebody with these roles in these papers. Papers whose levels the same roles hold are asked for together. */
export function queueOf(roles: readonly Role[], papers: readonly Paper[]): Waiting[] {
  const groups = new Map<string, { waiting: Omit<Waiting, 'publications'>[]; papers: string[] }>()
  for (const { id, profile } of papers) {
    const waiting = groupBySeen(waitingPlaces(roles, profile))
    const key = JSON.stringify(waiting)
    groups.set(key, { waiting, papers: [...(groups.get(key)?.papers ?? []), id] })
  }
  return [...groups.values()].flatMap(({ waiting, papers: ids }) =>
    waiting.map((one) => ({ ...one, publications: groups.size > 1 ? ids : null })),
  )
}

function groupBySeen(places: ReturnType<typeof waitingPlaces>): Omit<Waiting, 'publications'>[] {
  return [null, true, false].flatMap((seenBefore) => {
    const at = places.filter((place) => place.seenBefore === seenBefore).map(({ stage }) => stage)
    return at.length > 0 ? [{ stages: at, seenBefore }] : []
  })
}

/** The texts of one stage, whosever they are. */
export function atStage(stage: Stage): Waiting[] {
  return [{ stages: [stage], seenBefore: null, publications: null }]
}

/** What somebody was given to do, wherever it stands, until readers see it. */
export function assignedTo(user: string): Waiting[] {
  const over: readonly Stage[] = ['published', 'withdrawn', 'spiked']
  const working = stages.filter((stage) => !over.includes(stage))
  return [{ stages: working, seenBefore: null, publications: null, assignee: user }]
}

/** What somebody wrote and has not sent in. */
export function draftsOf(user: string): Waiting[] {
  return [{ stages: ['draft', 'correcting'], seenBefore: null, publications: null, creator: user }]
}

type Condition = [
  field: 'stage' | 'publishedAt' | 'publication' | 'article' | 'assignee' | 'creator',
  operator: string,
  value: unknown,
]

function conditionsOf(waiting: Waiting): Condition[] {
  const { stages: at, seenBefore, publications, assignee, creator, articles } = waiting
  if (articles !== undefined) return [['article', 'in', articles]]
  return [
    ['stage', 'in', at],
    ...(seenBefore === null ? [] : [['publishedAt', 'exists', seenBefore] as Condition]),
    ...(publications === null ? [] : [['publication', 'in', publications] as Condition]),
    ...(assignee === undefined ? [] : [['assignee', 'equals', assignee] as Condition]),
    ...(creator === undefined ? [] : [['creator', 'equals', creator] as Condition]),
  ]
}

/** The condition by which slips are counted. */
export function slipsOf(queue: readonly Waiting[]): Where {
  return conditionOf(queue, (field) => field)
}

/** What articles keep themselves; MongoDB cannot ask whether a related row lacks something. */
const ofArticle: Partial<Record<Condition[0], string>> = {
  ...{ publication: 'publication', publishedAt: 'publishedAt', article: 'id' },
}

/** The same condition on articles, by which they are listed. */
export function articlesOf(queue: readonly Waiting[]): Where {
  return conditionOf(queue, (field) => ofArticle[field] ?? `slip.${field}`)
}

function conditionOf(queue: readonly Waiting[], pathOf: (field: Condition[0]) => string): Where {
  // An empty `or` would let everything through; no row has the empty id.
  if (queue.length === 0) return { id: { equals: '' } }
  return {
    or: queue.map((waiting) => ({
      and: conditionsOf(waiting).map(([field, operator, value]) => ({
        [pathOf(field)]: { [operator]: value },
      })) as Where[],
    })),
  }
}
