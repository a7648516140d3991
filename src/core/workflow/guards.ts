import { hasSource } from './absence.ts'
import { blocker, type Blocker } from './blockers.ts'
import { allowedWho, capacityOf, type Context } from './context.ts'
import { missingInput, textOf } from './needs.ts'
import { isProof, isReview, stagesOf } from './path.ts'
import { separateProofreaders, separateReviewers } from './separation.ts'
import { pathOf, signedOffHash, standingInCycle, trailProblems } from './trail.ts'
import type { ArticleFacts } from './types.ts'
import type { GuardName } from './vocabulary.ts'

/** A condition: every reason why not, or none. Pure, and harmless at whatever stage it is asked. */
export type Guard = (context: Context) => Blocker[]

/** How long a request waits for its second person. */
export const confirmWithin = 24 * 60 * 60 * 1000

const blockedIf = (condition: boolean, ...[code, params]: Parameters<typeof blocker>): Blocker[] =>
  condition ? [blocker(code, params)] : []

/** A reason for each doubt of an article that nobody has accepted. */
export const openFlags = ({ slip }: ArticleFacts): Blocker[] =>
  slip.flags
    .filter((flag) => flag.accepted === null)
    .map((flag) => blocker('flag.open', { flag: flag.id, diagnostic: flag.code }))

const absenceAccepted = ({ slip }: ArticleFacts, code: string): boolean =>
  slip.flags.some((flag) => flag.code === code && flag.accepted !== null)

/** The conditions of the rule book. A test replaces each in turn and sees the walk of the table fail. */
export const guards: Readonly<Record<GuardName, Guard>> = {
  stage: ({ facts, rule }) => {
    const { stage } = facts.slip
    const from = stagesOf(rule.from, pathOf(facts))
    return blockedIf(!from.includes(stage), 'stage.wrong', { stage, stages: from.join(',') })
  },

  who: (context) =>
    blockedIf(capacityOf(context) === undefined, 'who.role', { roles: allowedWho(context).join(',') }),

  publication: ({ actor, facts }) =>
    blockedIf(
      actor.publications.length > 0 && !actor.publications.includes(facts.publication),
      'who.publication',
    ),

  rev: ({ input, facts }) => {
    if (typeof input.rev !== 'number') return [blocker('rev.missing')]
    return blockedIf(input.rev !== facts.slip.rev, 'rev.stale', { rev: facts.slip.rev, shown: input.rev })
  },

  needs: missingInput,

  second: ({ rule, confirming, actor, facts, name, now }) => {
    if (!rule.confirmedBy || !confirming) return []
    const { pending, contentHash } = facts.slip
    if (pending?.transition !== name) return [blocker('second.none')]
    return [
      ...blockedIf(Date.parse(now) - Date.parse(pending.at) > confirmWithin, 'second.expired'),
      ...blockedIf(pending.hash !== contentHash, 'second.changed'),
      ...blockedIf(pending.by === actor.id, 'second.same'),
    ]
  },

  hash: ({ input, facts }) => {
    if (textOf(input.hash) === null) return [blocker('hash.missing')]
    return blockedIf(input.hash !== facts.slip.contentHash, 'hash.stale')
  },

  valid: ({ facts }) => {
    const { hasBody, hasHeadline, fieldErrors } = facts.content
    return [
      ...blockedIf(!hasBody, 'content.noBody'),
      ...blockedIf(!hasHeadline && !absenceAccepted(facts, 'article.noHeadline'), 'content.noHeadline'),
      ...blockedIf(
        !hasSource(facts.content) && !absenceAccepted(facts, 'article.noAuthor'),
        'content.noSource',
      ),
      ...fieldErrors.map(({ field, message }) => blocker('content.field', { name: field, message })),
      ...openFlags(facts),
    ]
  },

  sod: separateReviewers,
  proofSod: separateProofreaders,

  previous: ({ facts }) => {
    const path = pathOf(facts)
    const here = path.findIndex((step) => step === facts.slip.stage)
    return trailProblems(facts, path.slice(0, Math.max(0, here)))
  },

  approval: ({ facts }) => verifyApproval(facts),

  changeClass: ({ facts }) => {
    const { stage, contentHash } = facts.slip
    if (!isProof(stage) || contentHash === signedOffHash(facts)) return []
    if (!facts.change) return [blocker('change.unknown')]
    const { reasons } = facts.change
    return blockedIf(reasons.length > 0, 'change.outOfClass', { reasons: reasons.join(',') })
  },

  filing: ({ facts }) => blockedIf(facts.slip.filing.required && !facts.slip.filing.no, 'filing.missing'),
  notHeld: ({ facts }) => blockedIf(facts.slip.held, 'held.yes'),
  isHeld: ({ facts }) => blockedIf(!facts.slip.held, 'held.no'),

  embargo: ({ facts, now }) => {
    const { embargoUntil } = facts.slip
    return embargoUntil !== null && Date.parse(embargoUntil) > Date.parse(now)
      ? [blocker('embargo.notYet', { until: embargoUntil })]
      : []
  },

  noOpenFlag: ({ facts }) => openFlags(facts),

  flagOpen: ({ facts, input }) => {
    const open = facts.slip.flags.filter((flag) => flag.accepted === null)
    if (open.length === 0) return [blocker('flag.none')]
    return blockedIf(
      input.flag !== undefined && !open.some((flag) => flag.id === input.flag),
      'flag.unknown',
      { flag: String(input.flag) },
    )
  },

  untouched: ({ facts }) => {
    const { cycle, enteredRev } = facts.slip
    const decided = facts.records.some((record) => record.cycle === cycle)
    const edited = facts.edits.some((edit) => isReview(edit.stage) && edit.rev > enteredRev)
    return blockedIf(decided || edited, 'record.acted')
  },

  unsignedPage: ({ facts }) => blockedIf(facts.onSignedPage, 'page.signed'),
  unsignedIssue: ({ facts }) => blockedIf(facts.inSignedIssue, 'issue.signed'),
  live: ({ facts }) => blockedIf(!facts.slip.live, 'live.not'),
  neverPublished: ({ facts }) => blockedIf(facts.slip.live || facts.slip.correction !== null, 'live.already'),
  reinstating: ({ facts }) =>
    blockedIf(facts.slip.live || facts.slip.correction?.kind !== 'reinstate', 'reinstatement.none'),
  issueStands: ({ facts }) => blockedIf(facts.inWithdrawnIssue, 'issue.withdrawn'),
  publishedBefore: ({ facts }) => blockedIf(!facts.slip.live && facts.slip.correction === null, 'live.not'),
}

/**
 * Whether an article may go out as it is (B3): every step of its path has a record that stands, W4 holds among them, and
 * the text is exactly the approved one. The desk's preflight asks the same.
 */
export function verifyApproval(facts: ArticleFacts): Blocker[] {
  const { approvedHash, contentHash } = facts.slip
  const problems = trailProblems(facts, pathOf(facts))
  if (approvedHash === null) return [...problems, blocker('approval.missing')]
  const last = standingInCycle(facts).at(-1)
  const otherText = approvedHash !== contentHash || (last !== undefined && last.hash !== approvedHash)
  return otherText ? [...problems, blocker('approval.otherText')] : problems
}
