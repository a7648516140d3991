import { describe, expect, it } from 'vitest'

import {
  describeBlocker,
  editsInText,
  profiles,
  signedOffHash,
  standingInCycle,
} from '../../../src/core/workflow/index.ts'
import { workflow as en } from '../../../src/translations/en/workflow.ts'
import { workflow as zh } from '../../../src/translations/zh/workflow.ts'
import { user } from './article.ts'
import { Desk } from './desk.ts'

const reporter = user('by-creator', 'reporter')
const editor = user('e', 'editor')
const head = user('h', 'sectionHead')
const chief = user('c', 'chief')
const p = user('p', 'proofreader')
const q = user('q', 'proofreader')
const system = user('system')

function toProof(desk = new Desk()): Desk {
  desk.move('submit', reporter)
  desk.move('pass', editor)
  desk.move('pass', head)
  desk.move('signOff', chief)
  return desk
}

function toPublished(): Desk {
  const desk = toProof()
  for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
  desk.move('publish', system)
  return desk
}

const steps = (desk: Desk): string[] => standingInCycle(desk.facts).map(({ step }) => step)

describe('returns', () => {
  it('sends a text back to the desk: a new cycle in which nothing is reviewed and the same people may review again', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    desk.move('pass', editor)
    desk.move('return', head, { to: 'draft' })
    expect(desk.facts.slip).toMatchObject({ stage: 'draft', cycle: 2, path: [], writers: [] })
    expect(steps(desk)).toEqual([])
    toProof(desk)
    expect(desk.facts.slip.stage).toBe('proof1')
  })

  it('sends a text back to an earlier review: later records no longer count, earlier ones do', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    desk.move('pass', editor)
    desk.move('pass', head)
    desk.move('return', chief, { to: 'review2' })
    expect(desk.facts.slip).toMatchObject({ stage: 'review2', cycle: 1 })
    expect(steps(desk)).toEqual(['review1'])
    desk.move('pass', head)
    expect(desk.facts.slip.stage).toBe('review3')
  })

  it('recalls only what nobody has touched', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    desk.move('recall', reporter)
    expect(desk.facts.slip).toMatchObject({ stage: 'draft', cycle: 1, path: [], submittedBy: null })
    desk.move('submit', reporter)
    expect(desk.save(editor, 'text-2')).toEqual([])
    expect(desk.refusal('recall', reporter)).toEqual(['record.acted'])
  })

  it('keeps the approval when a proof goes back to the proof before, and drops it in front of the sign-off', () => {
    const desk = toProof()
    desk.move('proof', p)
    desk.move('proofReturn', q, { to: 'proof1' })
    expect(desk.facts.slip).toMatchObject({ stage: 'proof1', approvedHash: 'text-1' })
    expect(steps(desk)).toEqual(['review1', 'review2', 'review3'])
    desk.move('proof', p)
    desk.move('proofReturn', q, { to: 'review2' })
    expect(desk.facts.slip).toMatchObject({ stage: 'review2', approvedHash: null })
    expect(steps(desk)).toEqual(['review1'])
    desk.move('pass', head)
    desk.move('signOff', chief)
    desk.move('proof', p)
  })

  it('does not let whoever edited and sent a proof back do the proof it went to', () => {
    const desk = toProof()
    desk.move('proof', p)
    desk.save(q, 'text-2')
    desk.move('proofReturn', q, { to: 'proof1' })
    expect(desk.refusal('proof', q)).toEqual(['proofSod.unjudgedEdit'])
    desk.move('proof', p)
    desk.move('proof', q)
  })

  it('reopens: the sign-off and the proofs are void, the reviews before stand', () => {
    const desk = toProof()
    for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
    desk.move('reopen', chief)
    expect(desk.facts.slip).toMatchObject({ stage: 'review3', approvedHash: null })
    expect(steps(desk)).toEqual(['review1', 'review2'])
    desk.move('signOff', chief)
    for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
    desk.move('publish', system)
  })

  it('brings a spiked text back as a draft that begins anew', () => {
    const desk = toProof()
    expect(desk.move('spike', chief).orders).toContain('unplace')
    desk.move('unspike', head)
    expect(desk.facts.slip).toMatchObject({ stage: 'draft', cycle: 2, approvedHash: null })
    expect(steps(desk)).toEqual([])
  })
})

describe('edits', () => {
  it('moves the approval along with a correction in proof, and the record keeps both texts', () => {
    const desk = toProof()
    desk.save(p, 'text-2')
    expect(desk.facts.slip.approvedHash).toBe('text-1')
    const { record } = desk.move('proof', p, { errors: { typo: 2 } })
    expect(record).toMatchObject({ hash: 'text-2', previousHash: 'text-1', errors: { typo: 2 } })
    expect(desk.facts.slip.approvedHash).toBe('text-2')
    expect(signedOffHash(desk.facts)).toBe('text-1')
  })

  it('reopens by itself on an edit that is more than a correction, and signs nothing by itself', () => {
    const desk = toProof()
    desk.move('proof', p)
    desk.save(q, 'text-2', { reasons: ['number'], changed: 1, total: 900 })
    expect(desk.facts.slip).toMatchObject({ stage: 'review3', approvedHash: null, contentHash: 'text-2' })
    expect(desk.facts.records.at(-1)).toMatchObject({ decision: 'return', role: 'system', opinion: 'number' })
    expect(steps(desk)).toEqual(['review1', 'review2'])
  })

  it('makes a writer of whoever saves at the desk, not of a reviewer', () => {
    const desk = new Desk()
    desk.save(editor, 'text-2')
    expect(desk.facts.slip.writers).toEqual(['e'])
    desk.move('submit', reporter)
    expect(desk.refusal('pass', editor)).toEqual(['sod.writer'])
    const other = user('f', 'editor')
    desk.save(other, 'text-3')
    expect(desk.facts.slip.writers).toEqual(['e'])
    desk.move('pass', other)
  })

  it('refuses a stale save, one without rev, and one by somebody whose turn it is not', () => {
    const desk = toProof()
    expect(desk.save(editor, 'text-2')).toEqual(['who.edit'])
    for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
    expect(desk.save(p, 'text-2')).toEqual(['stage.noEdit'])
  })
})

describe('urgent sign-off', () => {
  const ask = (desk: Desk): void => void desk.move('override', chief)

  it('waits for a second person, then stands for the reviews not done, for ever marked', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    desk.move('pass', editor)
    ask(desk)
    expect(desk.facts.slip).toMatchObject({ stage: 'review2', urgent: false, approvedHash: null })
    const { record } = desk.move('override', head, { confirm: true })
    expect(record).toMatchObject({
      actorId: 'c',
      opinion: 'Because.',
      override: { confirmedBy: 'h', standsFor: ['review2', 'review3'] },
    })
    expect(desk.facts.slip).toMatchObject({
      stage: 'proof1',
      urgent: true,
      pending: null,
      approvedHash: 'text-1',
    })
    for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
    desk.move('publish', system)
  })

  it('is dropped by a change of the text, even one that is taken back', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    ask(desk)
    desk.save(editor, 'text-2')
    desk.save(editor, 'text-1')
    expect(desk.refusal('override', head, { confirm: true })).toEqual(['second.none'])
  })

  it('is dropped when the text is returned', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    ask(desk)
    desk.move('return', editor, { to: 'draft' })
    desk.move('submit', reporter)
    expect(desk.refusal('override', head, { confirm: true })).toEqual(['second.none'])
  })

  it('is void after a reopening: the chief cannot sign alone for the reviews it skipped', () => {
    const desk = new Desk()
    desk.move('submit', reporter)
    ask(desk)
    desk.move('override', head, { confirm: true })
    desk.move('reopen', chief)
    expect(desk.refusal('signOff', chief)).toEqual(['record.missing', 'record.missing'])
    expect(desk.facts.slip.urgent).toBe(true)
    desk.move('return', chief, { to: 'review1' })
    desk.move('pass', editor)
  })
})

describe('after publication', () => {
  it('corrects on a short path and replaces the text only at the end', () => {
    const desk = toPublished()
    desk.move('correct', editor, { kind: 'correction' })
    desk.save(editor, 'text-2')
    expect(desk.facts.publicHash).toBe('text-1')
    expect(desk.refusal('submitCorrection', editor, { note: undefined })).toEqual(['input.missing'])
    desk.move('submitCorrection', editor, { note: ' 七千应为九千。 ' })
    expect(desk.facts.slip.correction?.note).toBe('七千应为九千。')
    expect(desk.facts.slip).toMatchObject({
      stage: 'review2',
      path: ['review2', 'review3', 'proof3'],
      live: true,
    })
    desk.move('pass', head)
    desk.move('signOff', chief)
    desk.move('proof', p)
    expect(desk.facts.publicHash).toBe('text-1')
    const plan = desk.move('republish', chief)
    expect(plan.orders).toContain('writePublic')
    expect(plan.event.details).toEqual({ kind: 'correction', note: '七千应为九千。' })
    expect(desk.facts).toMatchObject({ publicHash: 'text-2', slip: { stage: 'published', correction: null } })
  })

  it('returns a correction to its own desk', () => {
    const desk = toPublished()
    desk.move('correct', editor, { kind: 'typo' })
    desk.save(editor, 'text-2')
    desk.move('submitCorrection', editor)
    desk.move('return', chief, { to: 'correcting' })
    expect(desk.facts.slip).toMatchObject({ stage: 'correcting', cycle: 3, live: true })
    expect(desk.facts.slip.correction?.kind).toBe('typo')
  })

  it('abandons a correction: the slip and the edits speak of the published text again', () => {
    const desk = toPublished()
    desk.move('correct', editor, { kind: 'update' })
    desk.save(editor, 'text-2')
    expect(desk.facts.edits).toHaveLength(1)
    desk.move('hold', editor)
    desk.move('abandon', editor)
    expect(desk.facts.slip).toMatchObject({
      stage: 'published',
      contentHash: 'text-1',
      held: false,
      live: true,
    })
    expect(desk.facts.edits).toEqual([])
  })

  it('finds the edits still in the text among the events', () => {
    const event = (transition: 'save' | 'correct' | 'abandon', rev: number) => ({
      ...{ transition, phase: 'done' as const, from: 'draft' as const, to: 'draft' as const, rev },
      ...{ actorId: 'e', reason: null, details: { changed: rev !== 2 }, at: '' },
    })
    const events = [
      event('save', 1),
      event('save', 2),
      event('correct', 3),
      event('save', 4),
      event('abandon', 5),
    ]
    expect(editsInText(events).map(({ rev }) => rev)).toEqual([1])
    expect(editsInText(events.slice(0, 4)).map(({ rev }) => rev)).toEqual([1, 4])
  })

  it('withdraws with two people and brings back on the whole path', () => {
    const desk = toPublished()
    expect(desk.refusal('withdraw', chief, { notice: ' ' })).toEqual(['input.missing'])
    desk.move('withdraw', chief, { notice: '来源有误，本稿撤下。' })
    expect(desk.facts.slip).toMatchObject({ stage: 'published', withdrawal: null })
    desk.move('correct', editor)
    expect(desk.move('withdraw', head, { confirm: true }).orders).toContain('removePublic')
    expect(desk.facts).toMatchObject({ publicHash: null, slip: { stage: 'withdrawn', live: false } })
    const notice = '来源有误，本稿撤下。'
    expect(desk.facts.slip.withdrawal).toMatchObject({ notice, by: chief.id, confirmedBy: head.id })
    desk.move('reinstate', chief)
    desk.move('submitCorrection', reporter)
    expect(desk.facts.slip.withdrawal?.notice).toBe(notice)
    desk.move('pass', editor)
    expect(desk.refusal('abandon', editor)).toEqual(['live.not'])
    // Given up in the middle, and begun once more: what was judged before counts for nothing.
    desk.move('pass', head)
    desk.save(chief, 'text-2')
    desk.move('abandonReinstatement', chief)
    expect(desk.facts).toMatchObject({
      publicHash: null,
      slip: { stage: 'withdrawn', live: false, correction: null, approvedHash: null, path: [] },
    })
    expect(desk.facts.slip.withdrawal?.notice).toBe(notice)
    expect(desk.refusal('abandonReinstatement', chief)).toEqual(['stage.wrong', 'reinstatement.none'])
    desk.move('reinstate', chief)
    desk.move('submitCorrection', reporter)
    expect(desk.refusal('signOff', chief)).toContain('stage.wrong')
    desk.move('pass', editor)
    desk.move('pass', head)
    desk.move('signOff', chief)
    for (const proofreader of [p, q, p]) desk.move('proof', proofreader)
    expect(desk.refusal('publish', system)).toEqual(['live.already'])
    desk.move('republish', chief)
    expect(desk.facts.slip).toMatchObject({
      ...{ stage: 'published', live: true, correction: null, withdrawal: null },
    })
  })
})

describe('a correction in a paper with one review and one proof', () => {
  /** A printed text of the archive, corrected and sent in by the editor. */
  function corrected(): Desk {
    const desk = new Desk({ stage: 'published', profile: profiles.archive })
    desk.move('correct', editor)
    desk.save(editor, 'text-2')
    desk.move('submitCorrection', editor)
    expect(desk.facts.slip).toMatchObject({ stage: 'review1', path: ['review1', 'proof1'] })
    return desk
  }

  it('is signed off by another editor, proofed, and shown by a chief', () => {
    const desk = corrected()
    desk.move('signOff', user('f', 'editor'))
    desk.move('proof', p)
    desk.move('republish', chief)
    expect(desk.facts.slip).toMatchObject({ stage: 'published', correction: null })
  })

  it('says whom it needs where there is no other editor, and a chief and a second person may stand in', () => {
    const desk = corrected()
    const refused = desk.ask('signOff', editor)
    if (refused.allowed) throw new Error('Who wrote it signed it off')
    const said = (words: typeof zh) => refused.blockers.map((one) => describeBlocker(one, words).fix).join()
    expect(refused.blockers.map(({ code }) => code)).toEqual(['sod.writer'])
    expect(said(zh)).toMatch(/另一位责任编辑.*系统管理员.*急稿签发/)
    expect(said(en)).toMatch(/\(editor\).*administrator.*urgent sign-off/)
    desk.move('override', chief)
    desk.move('override', head, { confirm: true })
    desk.move('proof', p)
    desk.move('republish', chief)
    expect(desk.facts.slip).toMatchObject({ stage: 'published', urgent: true })
  })
})
