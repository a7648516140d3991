import { describe, expect, it } from 'vitest'

import {
  decideSave,
  mayEdit,
  roles,
  stages,
  transitionsFor,
  type Actor,
  type ArticleFacts,
} from '../../../src/core/workflow/index.ts'
import { articleAt, now, user } from './article.ts'
import { Desk } from './desk.ts'

function codes(facts: ArticleFacts, actor: Actor, rev: number | undefined = facts.slip.rev): string[] {
  const after = { contentHash: 'text-2', bylineUsers: [], change: null }
  const decision = decideSave({ actor, facts, now, input: rev === -1 ? {} : { rev }, after })
  return decision.allowed ? [] : decision.blockers.map(({ code }) => code)
}

describe('saving a text', () => {
  it('is for those whose turn it is, at every stage', () => {
    const may: Record<string, string[]> = {}
    for (const stage of stages) {
      const life = stage === 'correcting' ? 'correction' : 'fresh'
      const facts = articleAt({ stage, life })
      may[stage] = roles.filter((role) => mayEdit(user('u', role), facts))
    }
    expect(may).toEqual({
      draft: ['editor'],
      review1: ['editor'],
      review2: ['sectionHead'],
      review3: ['chief'],
      proof1: ['proofreader'],
      proof2: ['proofreader'],
      proof3: ['proofreader'],
      ready: [],
      published: [],
      correcting: ['editor'],
      withdrawn: [],
      spiked: [],
    })
  })

  it('is for writers at the desk, but not for an administrator who wrote', () => {
    const draft = articleAt({ stage: 'draft', slip: { writers: ['w'] } })
    expect(mayEdit(user('w', 'reporter'), draft)).toBe(true)
    expect(mayEdit(user('by-creator', 'reporter'), draft)).toBe(true)
    expect(mayEdit(user('w', 'admin'), draft)).toBe(false)
    expect(mayEdit(user('w', 'reporter'), articleAt({ stage: 'review1', slip: { writers: ['w'] } }))).toBe(
      false,
    )
  })

  it('W6: names its rev, and the present one; all reasons are given at once', () => {
    const facts = articleAt({ stage: 'proof1' })
    const outsider = { ...user('e', 'editor'), publications: ['weekly'] }
    expect(codes(facts, user('p', 'proofreader'), -1)).toEqual(['rev.missing'])
    expect(codes(facts, user('p', 'proofreader'), 19)).toEqual(['rev.stale'])
    expect(codes(facts, outsider, 19)).toEqual(['who.publication', 'who.edit', 'rev.stale'])
    expect(codes(articleAt({ stage: 'ready' }), user('c', 'chief'))).toEqual(['stage.noEdit'])
  })

  it('makes writers of those linked from the byline, at whatever stage, and nothing of an unchanged text', () => {
    const facts = articleAt({ stage: 'review1' })
    const save = (contentHash: string, bylineUsers: string[]) =>
      decideSave({
        ...{ actor: user('e', 'editor'), facts, now, input: { rev: 20 } },
        after: { contentHash, bylineUsers, change: null },
      })
    const changed = save('text-2', ['columnist'])
    expect(changed.allowed && changed.plans[0]?.slip).toMatchObject({ rev: 21, writers: ['columnist'] })
    const same = save('text-1', [])
    expect(same.allowed && same.plans[0]?.event.details.changed).toBe(false)
  })
})

describe('the moves offered', () => {
  it('lists every move, with all reasons against those one may not make, and what has to be given', () => {
    const facts = articleAt({ stage: 'review2' })
    const offers = transitionsFor({ actor: user('h', 'sectionHead'), facts, now })
    const allowed = offers.filter((offer) => offer.allowed).map(({ transition }) => transition)
    expect(allowed).toEqual([
      'pass',
      'return',
      'spike',
      'hold',
      'assign',
      'setDue',
      'setFiling',
      'setEmbargo',
    ])
    const byName = new Map(offers.map((offer) => [offer.transition, offer]))
    expect(byName.get('return')).toMatchObject({ needs: ['to', 'opinion'], targets: ['draft', 'review1'] })
    expect(byName.get('signOff')?.blockers.map(({ code }) => code)).toEqual(['stage.wrong'])
    const again = transitionsFor({ actor: user('by-review1', 'sectionHead'), facts, now })
    const pass = again.find(({ transition }) => transition === 'pass')
    expect(pass).toMatchObject({
      allowed: false,
      blockers: [{ code: 'sod.reviewer', params: { step: 'review1' } }],
    })
  })

  it('offers the second person to confirm, and the first one only to ask again', () => {
    const desk = new Desk({ stage: 'review1' })
    desk.move('override', user('c', 'chief'))
    const offer = (actor: Actor) =>
      transitionsFor({ actor, facts: desk.facts, now }).find(({ transition }) => transition === 'override')
    expect(offer(user('h', 'sectionHead'))).toMatchObject({ allowed: true, confirms: true, needs: [] })
    expect(offer(user('c', 'chief'))).toMatchObject({ allowed: true, confirms: false, needs: ['reason'] })
    expect(offer(user('e', 'editor'))).toMatchObject({ allowed: false })
  })
})
