/** 初审、复审、终审: the levels of review, in order. */
export const reviews = ['review1', 'review2', 'review3'] as const
/** 一校、二校、三校: the proofs, in order. */
export const proofs = ['proof1', 'proof2', 'proof3'] as const
/** Every stage an article can stand at, in the order of its life. */
export const stages = [
  'draft',
  ...reviews,
  ...proofs,
  'ready',
  'published',
  'correcting',
  'withdrawn',
  'spiked',
] as const
/** What a person may be in a newsroom; one user may be several. `admin` and `auditor` make no editorial move (W8). */
export const roles = [
  'reporter',
  'editor',
  'sectionHead',
  'chief',
  'proofreader',
  'pageEditor',
  'issueManager',
  'auditor',
  'admin',
] as const
/** 勘误、补充、更正、说明: why a published article is corrected. */
export const correctionKinds = ['typo', 'update', 'correction', 'clarification'] as const

export type Review = (typeof reviews)[number]
export type Proof = (typeof proofs)[number]
/** A stage at which somebody judges the text and leaves a record. */
export type Step = Review | Proof
export type Stage = (typeof stages)[number]
export type Role = (typeof roles)[number]
export type CorrectionKind = (typeof correctionKinds)[number]

/** What a person may be asked to give with a move. */
export const needNames = [
  'to',
  'opinion',
  'reason',
  'note',
  'notice',
  'kind',
  'assignee',
  'dueAt',
  'filing',
  'embargoUntil',
  'flag',
] as const
export type Need = (typeof needNames)[number]

/** What only the shell can do, within the same transaction. */
export const orders = [
  'queue', // the article appears in the queue of those whose turn it is
  'notify',
  'unplace', // it leaves its page
  'dropSignatures', // what was signed with it on a page is no longer so
  'writePublic',
  'removePublic', // a tombstone stays
  'dropWorkingCopy', // the draft is the published text again
] as const
export type Order = (typeof orders)[number]

/** The conditions the table may name. `guards.ts` and its neighbours say how each is decided. */
export const guardNames = [
  // Every move has these.
  'stage', // it starts from the stage the article is at
  'who', // the actor holds a role, or a part in this text, that may make it
  'publication', // the actor works for this publication
  'rev', // the client names the rev it showed, and it is still the rev
  'needs', // everything the table asks the person for is given
  'second', // a confirmation has a request: by another, for this text, within 24 hours
  // Some have these.
  'hash', // the client names the text it showed, and it is still the text
  'valid', // the text is complete and no doubt is open
  'sod', // W4: no writer, and nobody who passed another review of this cycle
  'proofSod', // W4: not the user of the proof before, nor of an edit that nobody else has judged
  'previous', // every earlier step of the path has a record that stands
  'approval', // the whole path has records that stand, W4 holds among them, for exactly this text
  'changeClass', // since the sign-off only corrections of the text
  'filing', // a required filing has its number
  'notHeld',
  'isHeld',
  'embargo', // it is over
  'noOpenFlag',
  'flagOpen', // the flag is there and open
  'untouched', // nobody has acted since it was submitted
  'unsignedPage',
  'unsignedIssue',
  'live', // readers can see it
  'neverPublished',
  'publishedBefore', // readers see it, or it was withdrawn
  'reinstating', // it was withdrawn and is on its way back
  'issueStands', // not all issues that showed it are withdrawn themselves
] as const

/** A name of a condition. */
export type GuardName = (typeof guardNames)[number]

/** The conditions that stand before every move, without the table saying so. */
export const everyMove = [
  'stage',
  'who',
  'publication',
  'rev',
  'needs',
  'second',
] as const satisfies readonly GuardName[]

/** What a move may do to the slip and the records. `effects.ts` says how. */
export const effectNames = [
  'startPath', // the path of the cycle is fixed
  'leavePath', // a submission is taken back, nothing was decided
  'recordPass',
  'recordReturn', // later records are superseded; in front of the sign-off nothing is approved any more
  'recordReject', // all records of the cycle are superseded
  'recordOverride', // one record for the reviews not done, and the permanent mark
  'approve', // this text is the approved one
  'newCycle',
  'newCycleAtDesk', // if it goes back to the desk
  'beginCorrection',
  'beginReinstatement',
  'endReinstatement', // withdrawn as before; what was judged on the way is no approval
  'noteCorrection', // what readers will be told of it
  'restorePublished', // the slip speaks of the published text again
  'goLive',
  'goDark',
  'hold',
  'release',
  'assign',
  'setDue',
  'setFiling',
  'setEmbargo',
  'acceptFlag',
] as const

/** A name of an effect. */
export type EffectName = (typeof effectNames)[number]
