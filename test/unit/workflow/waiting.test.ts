import { describe, expect, it } from 'vitest'

import { queueOf } from '../../../src/admin/ArticleQueues/queueOf.ts'
import {
  decide,
  isReview,
  mayConfirm,
  profiles,
  roles,
  stages,
  transitions,
  transitionsFor,
  waitingPlaces,
  type ArticleFacts,
  type Profile,
  type Role,
  type Stage,
  type Transition,
  type TransitionName,
} from '../../../src/core/workflow/index.ts'
import { articleAt, earlier, now, paths, user, type Life } from './article.ts'
import { fullInput } from './walk.ts'

const lives: readonly Life[] = ['fresh', 'correction', 'typo', 'reinstate']
/** A house of its own, where the chief alone reads what came in. */
const oneChief: Profile = {
  name: 'archive',
  reviews: ['review1'],
  proofs: ['proof1'],
  reviewers: { review1: 'chief' },
}
const houses: readonly Profile[] = [...Object.values(profiles), oneChief]

/** Every article of every life at every stage, under every profile. */
const articles = houses.flatMap((profile) =>
  lives.flatMap((life) =>
    stages
      .filter(
        (stage) => (life === 'fresh') === (stage === 'draft') || !['draft', 'correcting'].includes(stage),
      )
      .map((stage) => ({ profile, life, facts: articleAt({ stage, profile, life }) })),
  ),
)

/** The way of an article to its readers, as a list of stages. */
function wayOf(profile: Profile, life: Life): Stage[] {
  return [life === 'fresh' ? 'draft' : 'correcting', ...paths[profile.name]![life], 'ready', 'published']
}

/** Whether somebody with this role alone can take the article a step on, by themselves. */
function canGoOn(role: Role, { profile, life, facts }: (typeof articles)[number]): boolean {
  const way = wayOf(profile, life)
  const here = way.indexOf(facts.slip.stage)
  if (here < 0) return false
  const offers = transitionsFor({ actor: user('visitor', role), facts, now })
  return offers.some(({ transition, allowed }) => {
    const rule: Transition = transitions[transition]
    // Giving the work up takes nothing on.
    if (!allowed || rule.confirmedBy || rule.orders.includes('dropWorkingCopy')) return false
    const decision = decide({
      ...{ transition, actor: user('visitor', role), facts, now },
      input: { ...fullInput(facts), kind: 'typo' },
    })
    return decision.allowed && way.indexOf(decision.plan.to) > here
  })
}

/** Readers have seen what is corrected, and what comes back. */
function seenBefore(life: Life, facts: ArticleFacts): boolean {
  return facts.slip.live || life === 'reinstate'
}

describe('what waits for whom', () => {
  it('stands in the queue of everybody who can take it on, at every stage, in every life and under every profile', () => {
    let tried = 0
    for (const article of articles)
      for (const role of roles) {
        if (!canGoOn(role, article)) continue
        tried += 1
        const { profile, life, facts } = article
        const named = `${profile.name} ${life} ${facts.slip.stage} ${role}`
        const included = waitingPlaces([role], profile).some(
          (place) =>
            place.stage === facts.slip.stage && [null, seenBefore(life, facts)].includes(place.seenBefore),
        )
        expect([named, included]).toEqual([named, true])
      }
    expect(tried).toBeGreaterThan(40)
  })

  it('stands in nobody’s queue who can do nothing about it, but where it waits for its place on a page', () => {
    for (const profile of houses)
      for (const role of roles)
        for (const { stage } of waitingPlaces([role], profile)) {
          if (role === 'pageEditor' || role === 'issueManager') expect(stage).toBe('ready')
          else {
            const some = articles.some(
              (article) =>
                // A level that the profile lacks may still be met on a path that began under another.
                (article.profile === profile || isReview(stage) || stage.startsWith('proof')) &&
                article.facts.slip.stage === stage &&
                canGoOn(role, article),
            )
            expect([profile.name, role, stage, some]).toEqual([profile.name, role, stage, true])
          }
        }
  })

  it('a correction that is ready waits for a chief, a new text for its page', () => {
    const at = (role: Role) => waitingPlaces([role], profiles.newsroom).find(({ stage }) => stage === 'ready')
    expect(at('chief')).toEqual({ stage: 'ready', seenBefore: true })
    expect(at('pageEditor')).toEqual({ stage: 'ready', seenBefore: false })
    const both = waitingPlaces(['chief', 'pageEditor'], profiles.newsroom)
    expect(both.filter(({ stage }) => stage === 'ready').map((place) => place.seenBefore)).toEqual([
      true,
      false,
    ])
  })

  it('papers whose levels other roles hold are asked for by themselves', () => {
    const mixed = [
      { id: 'daily', profile: profiles.newsroom },
      { id: 'old', profile: profiles.archive },
      { id: 'own', profile: oneChief },
    ]
    expect(queueOf(['chief'], mixed.slice(0, 2))).toEqual([
      { stages: ['review3'], seenBefore: null, publications: null },
      { stages: ['ready'], seenBefore: true, publications: null },
    ])
    const both = queueOf(['chief'], mixed)
    expect(both).toContainEqual({ stages: ['review1', 'review3'], seenBefore: null, publications: ['own'] })
    expect(both).toContainEqual({ stages: ['review3'], seenBefore: null, publications: ['daily', 'old'] })
  })
})

describe('what waits for a second person', () => {
  const asked = (Object.keys(transitions) as TransitionName[]).filter(
    (name) => (transitions[name] as Transition).confirmedBy,
  )

  it('waits for exactly those whom the rules let confirm it, whatever was asked for and wherever it stands', () => {
    expect(asked).toEqual(['override', 'withdraw'])
    let confirmed = 0
    for (const transition of asked)
      for (const { profile, life, facts: plain } of articles) {
        const pending = {
          transition,
          by: 'asker',
          reason: 'Now.',
          notice: 'Gone.',
          at: earlier,
          hash: 'text-1',
        }
        for (const writers of [[], ['visitor']]) {
          const facts = { ...plain, slip: { ...plain.slip, pending, writers } }
          const possible = decide({
            ...{ transition, facts, now, actor: user('any', ...roles) },
            input: { ...fullInput(facts), confirm: true },
          }).allowed
          // What can be asked for at no such stage is never pending there.
          if (!possible) continue
          for (const role of roles) {
            const actor = user('visitor', role)
            const { allowed } = decide({
              ...{ transition, facts, now, actor },
              input: { ...fullInput(facts), confirm: true },
            })
            const named = `${transition} ${profile.name} ${life} ${facts.slip.stage} ${role} ${writers.join()}`
            expect([named, mayConfirm({ actor, facts, now })]).toEqual([named, allowed])
            confirmed += Number(allowed)
          }
        }
      }
    expect(confirmed).toBeGreaterThan(40)
  })

  it('waits neither for who asked, nor another paper’s staff, nor one who has judged the text, nor for ever', () => {
    const facts = articleAt({
      stage: 'review3',
      slip: {
        pending: {
          ...{
            transition: 'override',
            by: 'asker',
            reason: 'Now.',
            notice: null,
            at: earlier,
            hash: 'text-1',
          },
        },
      },
    })
    const may = (actor = user('visitor', 'chief'), at = now, of = facts) =>
      mayConfirm({ actor, facts: of, now: at })
    expect(may()).toBe(true)
    expect(may(user('asker', 'chief'))).toBe(false)
    expect(may({ ...user('visitor', 'chief'), publications: ['weekly'] })).toBe(false)
    expect(may({ ...user('visitor', 'chief'), publications: ['daily'] })).toBe(true)
    expect(may(user('by-review2', 'sectionHead'))).toBe(false)
    expect(may(user('visitor', 'chief'), '2031-05-05T09:00:00.000Z')).toBe(true)
    expect(may(user('visitor', 'chief'), '2031-05-05T09:00:00.001Z')).toBe(false)
    expect(
      may(user('visitor', 'chief'), now, { ...facts, slip: { ...facts.slip, contentHash: 'text-2' } }),
    ).toBe(false)
  })
})
