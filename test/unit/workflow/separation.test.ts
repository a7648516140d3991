import { describe, expect, it } from 'vitest'

import {
  decide,
  profiles,
  type Actor,
  type ArticleFacts,
  type TransitionInput,
} from '../../../src/core/workflow/index.ts'
import { articleAt, earlier, now, record, user } from './article.ts'
import { fullInput } from './walk.ts'

function codes(transition: string, facts: ArticleFacts, actor: Actor, input: TransitionInput = {}): string[] {
  const decision = decide({ transition, facts, actor, now, input: { ...fullInput(facts), ...input } })
  return decision.allowed
    ? []
    : decision.blockers.map(({ code, params }) => [code, params.step].join(' ').trim())
}

describe('W4: nobody judges a text twice, or their own', () => {
  it('refuses a second review by the same user, whatever other role they use for it', () => {
    const facts = articleAt({ stage: 'review3' })
    expect(codes('signOff', facts, user('by-review1', 'editor', 'chief'))).toEqual(['sod.reviewer review1'])
    expect(codes('signOff', facts, user('by-review2', 'sectionHead', 'chief'))).toEqual([
      'sod.reviewer review2',
    ])
    expect(codes('signOff', facts, user('third', 'chief'))).toEqual([])
  })

  it('refuses a writer as reviewer: the creator, whoever saved at the desk, whoever is in the byline', () => {
    const facts = articleAt({ stage: 'review1', slip: { writers: ['polisher', 'columnist'] } })
    for (const id of ['by-creator', 'polisher', 'columnist'])
      expect(codes('pass', facts, user(id, 'editor'))).toEqual(['sod.writer'])
  })

  it('sees that an earlier reviewer became a writer meanwhile', () => {
    const facts = articleAt({ stage: 'review3', slip: { writers: ['by-review1'] } })
    expect(codes('signOff', facts, user('c', 'chief'))).toEqual(['record.byWriter review1'])
  })

  it('lets the holder of a level correct the text they approve', () => {
    const facts = {
      ...articleAt({ stage: 'review2' }),
      edits: [{ by: 'h', stage: 'review2' as const, rev: 20 }],
    }
    expect(codes('pass', facts, user('h', 'sectionHead'))).toEqual([])
  })

  it('refuses as first reviewer whoever wrote before a return, until somebody else has judged it', () => {
    const edits = [{ by: 'polisher', stage: 'draft' as const, rev: 2 }]
    const first = { ...articleAt({ stage: 'review1', profile: profiles.simple }), edits }
    expect(codes('signOff', first, user('polisher', 'editor'))).toEqual(['sod.unjudgedEdit'])
    const second = { ...articleAt({ stage: 'review2' }), edits }
    expect(codes('pass', second, user('polisher', 'sectionHead'))).toEqual([])
  })

  it('counts no record that was superseded, and none of another cycle', () => {
    const returned = record('review2', { id: 'back', decision: 'return', supersedes: ['record-review1'] })
    const facts = articleAt({ stage: 'review1' })
    const same = user('by-review1', 'editor')
    expect(codes('pass', { ...facts, records: [record('review1'), returned] }, same)).toEqual([])
    const lastCycle = { ...facts, slip: { ...facts.slip, cycle: 2 }, records: [record('review2')] }
    expect(codes('pass', lastCycle, user('by-review2', 'editor'))).toEqual([])
  })

  it('refuses proof N to the user of proof N-1, but not of proof N-2', () => {
    const facts = articleAt({ stage: 'proof3' })
    expect(codes('proof', facts, user('by-proof2', 'proofreader'))).toEqual(['proofSod.previous proof2'])
    expect(codes('proof', facts, user('by-proof1', 'proofreader'))).toEqual([])
  })

  it('refuses a proof to a user whose edit nobody else has judged since', () => {
    const facts = articleAt({ stage: 'proof2' })
    const at = (rev: number): ArticleFacts => ({
      ...facts,
      edits: [{ by: 'p', stage: 'proof1', rev }],
      records: facts.records.map((one) => (one.step === 'proof1' ? { ...one, rev: 12 } : one)),
    })
    const proofreader = user('p', 'proofreader')
    expect(codes('proof', at(13), proofreader), 'after the last judgement').toEqual(['proofSod.unjudgedEdit'])
    expect(codes('proof', at(12), proofreader), 'judged by the first proof').toEqual([])
    expect(codes('proof', at(20), proofreader), 'made in this proof: carried by it').toEqual([])
  })

  it('does not let a chief proof what they changed while signing off', () => {
    const facts = articleAt({ stage: 'proof1' })
    const edited = { ...facts, edits: [{ by: 'by-review3', stage: 'review3' as const, rev: 7 }] }
    expect(codes('proof', edited, user('by-review3', 'proofreader'))).toEqual(['proofSod.unjudgedEdit'])
    expect(codes('proof', facts, user('by-review3', 'proofreader')), 'unchanged').toEqual([])
  })

  it('asks separation of both people of an override', () => {
    const facts = articleAt({
      stage: 'review2',
      slip: {
        pending: {
          transition: 'override',
          by: 'by-review1',
          reason: 'Late.',
          notice: null,
          at: earlier,
          hash: 'text-1',
        },
      },
    })
    const confirm = { confirm: true }
    expect(codes('override', facts, user('c', 'chief'), confirm)).toEqual(['sod.reviewer review1'])
    expect(codes('override', facts, user('by-review1', 'chief'))).toEqual(['sod.reviewer review1'])
  })

  it('reads two people out of an override record: neither may review what it did not skip', () => {
    const facts = articleAt({ stage: 'ready' })
    const records = [
      record('review1'),
      record('review2', {
        actorId: 'c',
        override: { confirmedBy: 'by-review1', standsFor: ['review2', 'review3'] },
      }),
      ...['proof1', 'proof2', 'proof3'].map((step) => record(step as 'proof1')),
    ]
    const decision = decide({
      ...{ transition: 'publish', facts: { ...facts, records }, actor: user('s'), now, bySystem: true },
      input: { rev: 20 },
    })
    const found = decision.allowed ? [] : decision.blockers.map(({ code }) => code)
    expect(found).toEqual(['record.samePerson', 'record.samePerson'])
  })

  it('W8: admin and auditor make no move, even on a text of their own', () => {
    const draft = articleAt({ stage: 'draft' })
    for (const role of ['admin', 'auditor'] as const)
      expect(codes('submit', draft, user('by-creator', role))).toEqual(['who.role'])
    expect(codes('submit', draft, user('by-creator', 'admin', 'reporter'))).toEqual([])
  })
})
