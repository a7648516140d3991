import type { Destination, Origin } from './path.ts'
import type { EffectName, GuardName, Need, Order, Role } from './vocabulary.ts'

/**
 * Who may make a move: a role, or `writer` (who wrote the text), `submitter` (who sent it in), `level` (who holds
 * the review it is in), `system` (our own code, nobody's request).
 */
export type Who = Role | 'writer' | 'submitter' | 'level' | 'system'

/** One rule of the house. */
export interface Transition {
  from: readonly Origin[]
  to: Destination
  who: readonly Who[]
  /** Conditions by name, over those that every move has (`everyMove`). */
  guards: readonly GuardName[]
  needs: readonly Need[]
  /** What changes on the slip and in the records. */
  effects: readonly EffectName[]
  /** What the shell has to do besides, in the same transaction. */
  orders: readonly Order[]
  /** The move is only asked for; one of these, another person, confirms it within 24 hours. */
  confirmedBy?: readonly Who[]
}

const editorUp = ['editor', 'sectionHead', 'chief'] as const

/**
 * The rule book: every move an article can make, and nothing else. Written for the `newsroom` profile
 * (draft → review1-3 → proof1-3 → ready → published); other profiles have fewer stages, not other rules.
 */
export const transitions = {
  // 三审
  submit: {
    from: ['draft'],
    to: 'firstStep',
    who: ['writer', 'editor'],
    guards: ['valid', 'notHeld'],
    needs: [],
    effects: ['startPath'],
    orders: ['queue', 'notify'],
  },
  pass: {
    from: ['earlierReviews'],
    to: 'nextStep',
    who: ['level'],
    guards: ['sod', 'hash', 'previous'],
    needs: [],
    effects: ['recordPass'],
    orders: ['queue', 'notify'],
  },
  signOff: {
    from: ['lastReview'],
    to: 'nextStep',
    who: ['level'],
    guards: ['sod', 'hash', 'previous', 'filing', 'notHeld'],
    needs: [],
    effects: ['recordPass', 'approve'],
    orders: ['queue', 'notify'],
  },
  return: {
    from: ['anyReview'],
    to: 'deskOrEarlierReview',
    who: ['level'],
    guards: [],
    needs: ['to', 'opinion'],
    effects: ['recordReturn', 'newCycleAtDesk'],
    orders: ['queue', 'notify', 'dropSignatures'],
  },
  recall: {
    from: ['review1'],
    to: 'desk',
    who: ['submitter'],
    guards: ['untouched'],
    needs: [],
    effects: ['leavePath'],
    orders: ['notify', 'dropSignatures'],
  },
  override: {
    from: ['anyReview'],
    to: 'firstProof',
    who: ['chief'],
    confirmedBy: ['chief', 'sectionHead'],
    guards: ['sod', 'hash', 'filing', 'notHeld'],
    needs: ['reason'],
    effects: ['recordOverride', 'approve'],
    orders: ['queue', 'notify'],
  },

  // 三校
  proof: {
    from: ['anyProof'],
    to: 'nextStep',
    who: ['proofreader'],
    guards: ['proofSod', 'hash', 'previous', 'changeClass'],
    needs: [],
    effects: ['recordPass', 'approve'],
    orders: ['queue', 'notify'],
  },
  proofReturn: {
    from: ['anyProof'],
    to: 'earlierProofOrReview',
    who: ['proofreader', 'chief'],
    guards: [],
    needs: ['to', 'reason'],
    effects: ['recordReturn'],
    orders: ['queue', 'notify', 'dropSignatures'],
  },
  reopen: {
    from: ['anyProof', 'ready'],
    to: 'lastReview',
    who: ['chief', 'system'],
    guards: ['unsignedIssue'],
    needs: [],
    effects: ['recordReturn'],
    orders: ['queue', 'notify', 'dropSignatures'],
  },

  // 毙稿
  spike: {
    from: ['unpublished'],
    to: 'spiked',
    who: ['sectionHead', 'chief'],
    guards: ['neverPublished', 'unsignedPage'],
    needs: ['reason'],
    effects: ['recordReject'],
    orders: ['unplace', 'notify', 'dropSignatures'],
  },
  unspike: {
    from: ['spiked'],
    to: 'draft',
    who: ['sectionHead', 'chief'],
    guards: [],
    needs: ['reason'],
    effects: ['newCycle'],
    orders: ['notify'],
  },

  // Flags: the article stays where it is.
  hold: {
    from: ['working'],
    to: 'stay',
    who: editorUp,
    guards: ['notHeld'],
    needs: [],
    effects: ['hold'],
    orders: ['notify', 'dropSignatures'],
  },
  release: {
    from: ['working'],
    to: 'stay',
    who: editorUp,
    guards: ['isHeld'],
    needs: [],
    effects: ['release'],
    orders: ['notify'],
  },
  assign: {
    from: ['working'],
    to: 'stay',
    who: editorUp,
    guards: [],
    needs: ['assignee'],
    effects: ['assign'],
    orders: ['notify'],
  },
  setDue: {
    from: ['working'],
    to: 'stay',
    who: editorUp,
    guards: [],
    needs: ['dueAt'],
    effects: ['setDue'],
    orders: [],
  },
  setFiling: {
    from: ['working'],
    to: 'stay',
    who: ['sectionHead'],
    guards: [],
    needs: ['filing'],
    effects: ['setFiling'],
    orders: ['dropSignatures'],
  },
  setEmbargo: {
    from: ['working'],
    to: 'stay',
    who: editorUp,
    guards: [],
    needs: ['embargoUntil'],
    effects: ['setEmbargo'],
    orders: ['dropSignatures'],
  },
  acceptFlag: {
    from: ['working'],
    to: 'stay',
    who: ['editor'],
    guards: ['flagOpen'],
    needs: ['flag', 'reason'],
    effects: ['acceptFlag'],
    orders: [],
  },

  // 见报 and after. What writes or removes the public row is carried out by the publishing code alone.
  publish: {
    from: ['ready'],
    to: 'published',
    who: ['system'],
    guards: ['neverPublished', 'approval', 'filing', 'notHeld', 'embargo', 'noOpenFlag'],
    needs: [],
    effects: ['goLive'],
    orders: ['writePublic', 'notify'],
  },
  correct: {
    from: ['published'],
    to: 'correcting',
    who: editorUp,
    guards: ['live'],
    needs: ['kind', 'reason'],
    effects: ['newCycle', 'beginCorrection'],
    orders: ['notify', 'dropSignatures'],
  },
  // An editor too, as with a draft: what came with an import has no writer, and coming back needs no change of the text.
  submitCorrection: {
    from: ['correcting'],
    to: 'firstStep',
    who: ['writer', 'editor'],
    guards: ['valid', 'notHeld'],
    needs: ['note'],
    effects: ['startPath', 'noteCorrection'],
    orders: ['queue', 'notify'],
  },
  republish: {
    from: ['ready'],
    to: 'published',
    who: ['chief'],
    guards: [
      'publishedBefore',
      'issueStands',
      'hash',
      'approval',
      'filing',
      'notHeld',
      'embargo',
      'noOpenFlag',
    ],
    needs: [],
    effects: ['goLive'],
    orders: ['writePublic', 'notify', 'dropSignatures'],
  },
  abandon: {
    from: ['correction'],
    to: 'published',
    who: editorUp,
    guards: ['live'],
    needs: ['reason'],
    effects: ['restorePublished'],
    orders: ['dropWorkingCopy', 'notify', 'dropSignatures'],
  },
  withdraw: {
    from: ['published', 'correction'],
    to: 'withdrawn',
    who: ['chief'],
    confirmedBy: ['chief', 'sectionHead'],
    guards: ['live'],
    needs: ['reason', 'notice'],
    effects: ['goDark'],
    orders: ['removePublic', 'notify', 'dropSignatures'],
  },
  reinstate: {
    from: ['withdrawn'],
    to: 'correcting',
    who: ['chief'],
    guards: ['issueStands'],
    needs: ['reason'],
    effects: ['newCycle', 'beginReinstatement'],
    orders: ['notify'],
  },
  // The text stays as it was worked on: nobody but staff sees it, and the next return walks the whole path over it again.
  abandonReinstatement: {
    from: ['correction'],
    to: 'withdrawn',
    who: ['chief'],
    guards: ['reinstating'],
    needs: ['reason'],
    effects: ['endReinstatement'],
    orders: ['notify'],
  },
} as const satisfies Record<string, Transition>

/** A name of a move, permanent: events and records carry it. */
export type TransitionName = keyof typeof transitions
