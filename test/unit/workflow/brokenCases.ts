import type {
  Actor,
  ArticleFacts,
  Flag,
  Pending,
  Slip,
  Stage,
  TransitionInput,
  TransitionName,
} from '../../../src/core/workflow/index.ts'
import { articleAt, record, user, type Life } from './article.ts'

/** An article with one fault, and exactly the reasons that must be given for refusing the move. */
export interface BrokenCase {
  name: string
  transition: TransitionName
  facts: ArticleFacts
  actor: Actor
  input: TransitionInput
  bySystem?: boolean
  /** Codes of the refusal, joined by commas; `allowed` where the fault must not matter. */
  code: string
}

const editor = user('e', 'editor')
const head = user('h', 'sectionHead')
const chief = user('c', 'chief')
const proofreader = user('p', 'proofreader')
const doubt: Flag = { id: 'f1', code: 'article.noHeadline', params: {}, accepted: null }
const accepted: Flag = { ...doubt, accepted: { by: 'e', at: '2031-05-01T00:00:00Z', why: 'Brief.' } }
const asked: Pending = {
  ...{ transition: 'override', by: 'c', reason: 'Press time.', notice: null, hash: 'text-1' },
  at: '2031-05-03T12:00:00.000Z',
}
const required = { required: true, no: null, date: null }

interface Fault {
  at: Stage
  life?: Life
  slip?: Partial<Slip>
  facts?: Partial<ArticleFacts>
  actor?: Actor
  input?: TransitionInput
  bySystem?: boolean
}

function fault(transition: TransitionName, code: string, broken: Fault): BrokenCase {
  const { at, life, slip, facts, actor = editor, input = {}, bySystem } = broken
  const full = { ...articleAt({ stage: at, life, slip }), ...facts }
  return { name: `${transition} at ${at}, ${code}`, transition, facts: full, actor, input, bySystem, code }
}

const noText = { hasBody: false, hasHeadline: false, hasAuthor: false, hasDateline: false, isNotice: false }
const elsewhere = { ...editor, publications: ['weekly'] }
const atProof2 = { at: 'proof2', actor: proofreader } as const
const atReview1 = { at: 'review1', actor: head } as const
const confirm = { confirm: true }
const corrected = { at: 'ready', life: 'typo', actor: chief } as const

export const brokenCases: readonly BrokenCase[] = [
  // Every move.
  fault('pass', 'rev.missing', { at: 'review1', input: { rev: undefined } }),
  fault('pass', 'rev.stale', { at: 'review1', input: { rev: 19 } }),
  fault('hold', 'rev.missing', { at: 'review1', input: { rev: undefined } }),
  fault('pass', 'who.publication', { at: 'review1', actor: elsewhere }),
  fault('pass', 'allowed', { at: 'review1', actor: { ...editor, publications: ['weekly', 'daily'] } }),
  fault('pass', 'hash.missing', { at: 'review1', input: { hash: undefined } }),
  fault('pass', 'hash.stale', { at: 'review1', input: { hash: 'text-0' } }),
  fault('signOff', 'hash.stale', { at: 'review3', actor: chief, input: { hash: 'text-0' } }),
  fault('proof', 'hash.stale', { ...atProof2, input: { hash: 'text-0' } }),
  fault('override', 'hash.stale', { at: 'review1', actor: chief, input: { hash: 'text-0' } }),
  fault('republish', 'hash.stale', { at: 'ready', life: 'typo', actor: chief, input: { hash: 'x' } }),
  fault('publish', 'who.role', { at: 'ready', actor: chief }),
  fault('pass', 'who.role,who.publication,rev.stale,sod.writer,hash.stale', {
    ...{ at: 'review1', slip: { writers: ['r'] }, input: { rev: 3, hash: 'text-0' } },
    actor: { ...user('r', 'reporter'), publications: ['weekly'] },
  }),

  // What has to be given.
  fault('return', 'input.missing', { at: 'review1', input: { to: 'draft', opinion: '  ' } }),
  fault('return', 'input.missing', { at: 'review1' }),
  fault('return', 'input.target', { at: 'review1', input: { to: 'review2' } }),
  fault('proofReturn', 'input.missing', { ...atProof2, input: { to: 'proof1', reason: undefined } }),
  fault('spike', 'input.missing', { at: 'draft', actor: head, input: { reason: undefined } }),
  fault('unspike', 'input.missing', { at: 'spiked', actor: head, input: { reason: '' } }),
  fault('override', 'input.missing', { at: 'review1', actor: chief, input: { reason: '' } }),
  fault('withdraw', 'input.missing', { at: 'published', actor: chief, input: { reason: '' } }),
  fault('withdraw', 'input.missing', { at: 'published', actor: chief, input: { notice: ' ' } }),
  fault('submitCorrection', 'input.missing', {
    ...{ at: 'correcting', life: 'typo', input: { note: undefined } },
    actor: user('by-creator', 'reporter'),
  }),
  fault('return', 'allowed', { at: 'review1', input: { to: 'draft', opinion: ` ${'字'.repeat(2000)} ` } }),
  fault('return', 'input.tooLong', { at: 'review1', input: { to: 'draft', opinion: '字'.repeat(2001) } }),
  fault('pass', 'input.tooLong', { at: 'review1', input: { opinion: '𠮷'.repeat(2001) } }),
  fault('withdraw', 'input.tooLong,input.tooLong', {
    ...{ at: 'published', actor: chief, input: { reason: 'a'.repeat(2001), notice: 'b'.repeat(9000) } },
  }),
  fault('withdraw', 'input.tooLong,second.same', {
    ...{ at: 'published', actor: chief, slip: { pending: { ...asked, transition: 'withdraw' } } },
    input: { ...confirm, reason: 'a'.repeat(2001) },
  }),
  fault('submitCorrection', 'input.tooLong', {
    ...{ at: 'correcting', life: 'typo', input: { note: '字'.repeat(2001) } },
    actor: user('by-creator', 'reporter'),
  }),
  fault('setFiling', 'input.tooLong', {
    ...{ at: 'draft', actor: head, input: { filing: { required: true, no: '1'.repeat(2001), date: null } } },
  }),
  fault('reinstate', 'input.missing', { at: 'withdrawn', actor: chief, input: { reason: '' } }),
  fault('abandon', 'input.missing', { at: 'ready', life: 'typo', input: { reason: '' } }),
  fault('correct', 'input.missing,input.missing', {
    at: 'published',
    input: { kind: undefined, reason: undefined },
  }),
  fault('correct', 'input.invalid', { at: 'published', input: { kind: 'reinstate' } }),
  fault('setDue', 'input.invalid', { at: 'draft', input: { dueAt: '2031-05-04' } }),
  fault('setFiling', 'input.missing', { at: 'draft', actor: head, input: { filing: undefined } }),
  fault('proof', 'input.invalid', { ...atProof2, input: { errors: { typo: -1 } } }),

  // valid, and what was accepted.
  fault('submit', 'content.noBody,content.noHeadline,content.noSource', {
    at: 'draft',
    facts: { content: { ...noText, fieldErrors: [] } },
  }),
  fault('submit', 'content.field', {
    at: 'draft',
    facts: {
      content: {
        ...articleAt({ stage: 'draft' }).content,
        fieldErrors: [{ field: 'deck', message: 'Too long' }],
      },
    },
  }),
  fault('submitCorrection', 'content.noBody,content.noHeadline,content.noSource', {
    ...{ at: 'correcting', life: 'typo', actor: user('by-creator', 'reporter') },
    facts: { content: { ...noText, fieldErrors: [] } },
  }),
  fault('submit', 'flag.open', { at: 'draft', slip: { flags: [doubt] } }),
  fault('submit', 'allowed', {
    at: 'draft',
    slip: { flags: [accepted] },
    facts: { content: { ...noText, hasBody: true, hasDateline: true, fieldErrors: [] } },
  }),
  fault('acceptFlag', 'allowed', { at: 'draft', slip: { flags: [doubt] }, input: { flag: 'f1' } }),
  fault('acceptFlag', 'who.role', {
    at: 'draft',
    actor: chief,
    slip: { flags: [doubt] },
    input: { flag: 'f1' },
  }),
  fault('acceptFlag', 'flag.unknown', { at: 'draft', slip: { flags: [doubt] }, input: { flag: 'f2' } }),
  fault('acceptFlag', 'flag.none', { at: 'draft', slip: { flags: [accepted] }, input: { flag: 'f1' } }),
  fault('publish', 'flag.open', { at: 'ready', bySystem: true, slip: { flags: [doubt] } }),

  // Hold blocks submitting, signing off and publishing.
  fault('submit', 'held.yes', { at: 'draft', slip: { held: true } }),
  fault('submitCorrection', 'held.yes', {
    ...{ at: 'correcting', life: 'typo', slip: { held: true } },
    actor: user('by-creator', 'reporter'),
  }),
  fault('signOff', 'held.yes', { at: 'review3', actor: chief, slip: { held: true } }),
  fault('override', 'held.yes', { at: 'review1', actor: chief, slip: { held: true } }),
  fault('publish', 'held.yes', { at: 'ready', bySystem: true, slip: { held: true } }),
  fault('republish', 'held.yes', { at: 'ready', life: 'typo', actor: chief, slip: { held: true } }),
  fault('pass', 'allowed', { at: 'review1', slip: { held: true } }),
  fault('release', 'allowed', { at: 'review1', slip: { held: true } }),
  fault('release', 'held.no', { at: 'review1' }),
  fault('hold', 'held.yes', { at: 'review1', slip: { held: true } }),

  // Filing and embargo.
  fault('signOff', 'filing.missing', { at: 'review3', actor: chief, slip: { filing: required } }),
  fault('signOff', 'allowed', { at: 'review3', actor: chief, slip: { filing: { ...required, no: '7' } } }),
  fault('override', 'filing.missing', { at: 'review1', actor: chief, slip: { filing: required } }),
  fault('publish', 'filing.missing', { at: 'ready', bySystem: true, slip: { filing: required } }),
  fault('publish', 'embargo.notYet', {
    ...{ at: 'ready', bySystem: true },
    slip: { embargoUntil: '2031-05-04T12:00:00.001Z' },
  }),
  fault('publish', 'allowed', {
    at: 'ready',
    bySystem: true,
    slip: { embargoUntil: '2031-05-04T12:00:00.000Z' },
  }),

  fault('republish', 'filing.missing', { ...corrected, slip: { filing: required } }),
  fault('republish', 'embargo.notYet', {
    ...corrected,
    slip: { embargoUntil: '2031-05-04T12:00:00.001Z' },
  }),
  fault('republish', 'flag.open', { ...corrected, slip: { flags: [doubt] } }),

  // W4 and the records.
  fault('pass', 'sod.reviewer', { at: 'review2', actor: user('by-review1', 'sectionHead') }),
  fault('signOff', 'sod.writer', { at: 'review3', actor: chief, slip: { writers: ['c'] } }),
  fault('signOff', 'record.missing', {
    ...{ at: 'review3', actor: chief },
    facts: { records: articleAt({ stage: 'review3' }).records.slice(0, 1) },
  }),
  fault('proof', 'proofSod.previous', { at: 'proof2', actor: user('by-proof1', 'proofreader') }),
  fault('pass', 'record.missing', { at: 'review2', actor: head, facts: { records: [] } }),
  fault('proof', 'record.missing', {
    ...atProof2,
    facts: { records: articleAt({ stage: 'proof2' }).records.slice(0, 3) },
  }),
  fault('publish', 'record.missing', {
    ...{ at: 'ready', bySystem: true },
    facts: { records: articleAt({ stage: 'ready' }).records.filter(({ step }) => step !== 'proof2') },
  }),
  fault('publish', 'record.byWriter', { at: 'ready', bySystem: true, slip: { writers: ['by-review2'] } }),
  fault('publish', 'record.samePerson', {
    ...{ at: 'ready', bySystem: true },
    facts: {
      records: articleAt({ stage: 'ready' }).records.map((one) =>
        one.step === 'review3' ? { ...one, actorId: 'by-review1' } : one,
      ),
    },
  }),
  fault('publish', 'approval.missing', { at: 'ready', bySystem: true, slip: { approvedHash: null } }),
  fault('publish', 'approval.otherText', { at: 'ready', bySystem: true, slip: { contentHash: 'text-2' } }),
  fault('publish', 'approval.otherText', {
    ...{ at: 'ready', bySystem: true },
    slip: { contentHash: 'text-2', approvedHash: 'text-2' },
  }),
  fault('republish', 'approval.missing', {
    at: 'ready',
    life: 'typo',
    actor: chief,
    slip: { approvedHash: null },
  }),

  // Proof: the class of the change, against the text signed off.
  fault('proof', 'change.outOfClass', {
    ...atProof2,
    slip: { contentHash: 'text-2' },
    facts: { change: { reasons: ['number'], changed: 1, total: 800 } },
  }),
  fault('proof', 'change.unknown', { ...atProof2, slip: { contentHash: 'text-2' } }),
  fault('proof', 'allowed', {
    ...atProof2,
    slip: { contentHash: 'text-2' },
    facts: { change: { reasons: [], changed: 1, total: 800 } },
  }),

  // Recall, only while nobody has acted.
  fault('recall', 'record.acted', {
    ...{ at: 'review1', actor: user('by-submitter', 'reporter') },
    facts: { records: [record('review2', { decision: 'return', supersedes: ['x'] })] },
  }),
  fault('recall', 'record.acted', {
    ...{ at: 'review1', actor: user('by-submitter', 'reporter') },
    facts: { edits: [{ by: 'e', stage: 'review1', rev: 20 }] },
  }),

  // Pages and issues.
  fault('spike', 'page.signed', { at: 'ready', actor: head, facts: { onSignedPage: true } }),
  fault('reinstate', 'issue.withdrawn', {
    ...{ at: 'withdrawn', actor: chief, facts: { inWithdrawnIssue: true } },
  }),
  fault('reopen', 'issue.signed', { at: 'ready', actor: chief, facts: { inSignedIssue: true } }),

  // Published, or never.
  fault('spike', 'live.already', { at: 'ready', life: 'typo', actor: head }),
  fault('publish', 'live.already', { at: 'ready', life: 'typo', bySystem: true }),
  fault('republish', 'live.not', { at: 'ready', actor: chief }),
  fault('republish', 'issue.withdrawn', { ...corrected, facts: { inWithdrawnIssue: true } }),
  fault('correct', 'live.not', { at: 'published', slip: { live: false } }),
  fault('abandon', 'live.not', { at: 'ready', life: 'reinstate' }),
  fault('withdraw', 'live.not', { at: 'ready', life: 'reinstate', actor: chief }),
  fault('abandonReinstatement', 'allowed', { at: 'proof2', life: 'reinstate', actor: chief }),
  fault('abandonReinstatement', 'input.missing', {
    ...{ at: 'correcting', life: 'reinstate', actor: chief, input: { reason: ' ' } },
  }),
  fault('abandonReinstatement', 'who.role', { at: 'correcting', life: 'reinstate' }),
  fault('abandonReinstatement', 'reinstatement.none', { at: 'ready', actor: chief }),
  fault('abandonReinstatement', 'reinstatement.none', { at: 'correcting', life: 'typo', actor: chief }),

  // The second person.
  fault('override', 'allowed', { ...atReview1, slip: { pending: asked }, input: confirm }),
  fault('override', 'second.none', { ...atReview1, input: confirm }),
  fault('override', 'second.none', {
    ...{ ...atReview1, input: confirm },
    slip: { pending: { ...asked, transition: 'withdraw' } },
  }),
  fault('override', 'second.same', { at: 'review1', actor: chief, slip: { pending: asked }, input: confirm }),
  fault('override', 'second.expired', {
    ...{ ...atReview1, input: confirm },
    slip: { pending: { ...asked, at: '2031-05-03T11:59:59.999Z' } },
  }),
  fault('override', 'second.changed', {
    ...{ ...atReview1, input: { ...confirm, hash: 'text-2' } },
    slip: { pending: asked, contentHash: 'text-2' },
  }),
  fault('override', 'sod.writer', {
    ...{ ...atReview1, input: confirm },
    slip: { pending: asked, writers: ['c'] },
  }),
  fault('withdraw', 'second.same', {
    ...{ at: 'published', actor: chief, input: confirm },
    slip: { pending: { ...asked, transition: 'withdraw' } },
  }),
]
