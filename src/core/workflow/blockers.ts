/**
 * Every reason for which a move or a save is refused, with its kind, from which an endpoint derives its
 * status: `unknown` no such move (404) · `forbidden` not this person (403) · `state` not this article, not
 * now · `stale` the text or slip has changed since it was shown (409) · `unstated` the client did not say what
 * it showed (428) · `input` something has to be filled in · `profile` a profile that makes no sense (at boot).
 * A code is never renamed and never given another meaning.
 */
export const blockerCodes = {
  'transition.unknown': 'unknown',

  'who.role': 'forbidden',
  'who.publication': 'forbidden',
  'who.edit': 'forbidden',

  'sod.writer': 'forbidden',
  'sod.reviewer': 'forbidden',
  'sod.unjudgedEdit': 'forbidden',
  'proofSod.previous': 'forbidden',
  'proofSod.unjudgedEdit': 'forbidden',

  'second.none': 'state',
  'second.expired': 'state',
  'second.changed': 'stale',
  'second.same': 'forbidden',

  'rev.missing': 'unstated',
  'rev.stale': 'stale',
  'hash.missing': 'unstated',
  'hash.stale': 'stale',

  'stage.wrong': 'state',
  'stage.noEdit': 'state',
  'live.not': 'state',
  'live.already': 'state',
  'reinstatement.none': 'state',
  'record.acted': 'state',
  'record.missing': 'state',
  'record.byWriter': 'state',
  'record.samePerson': 'state',
  'approval.missing': 'state',
  'approval.otherText': 'state',
  'change.outOfClass': 'state',
  'change.unknown': 'state',
  'held.yes': 'state',
  'held.no': 'state',
  'embargo.notYet': 'state',
  'filing.missing': 'state',
  'page.signed': 'state',
  'issue.signed': 'state',
  'issue.withdrawn': 'state',
  'flag.open': 'state',
  'flag.unknown': 'state',
  'flag.none': 'state',

  'content.noBody': 'state',
  'content.noHeadline': 'state',
  'content.noSource': 'state',
  'content.field': 'state',

  'input.missing': 'input',
  'input.invalid': 'input',
  'input.tooLong': 'input',
  'input.target': 'input',

  'profile.noReview': 'profile',
  'profile.order': 'profile',
  'profile.reviewer': 'profile',
} as const satisfies Record<
  string,
  'unknown' | 'forbidden' | 'state' | 'stale' | 'unstated' | 'input' | 'profile'
>

/** A permanent name of one reason. */
export type BlockerCode = keyof typeof blockerCodes
/** What sort of reason it is. */
export type BlockerKind = (typeof blockerCodes)[BlockerCode]

/** Why a move is refused. The code is permanent, its words live in `translations/`. */
export interface Blocker {
  code: BlockerCode
  params: Readonly<Record<string, string | number>>
}

/** Makes a blocker. Parameters are numbers, short texts, or codes of stages, roles, fields and moves. */
export function blocker(code: BlockerCode, params: Blocker['params'] = {}): Blocker {
  return { code, params }
}
