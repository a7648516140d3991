import type {
  Actor,
  ArticleFacts,
  Correction,
  Profile,
  ReviewRecord,
  Role,
  Slip,
  Stage,
  Step,
} from '../../../src/core/workflow/index.ts'
import { profiles } from '../../../src/core/workflow/index.ts'

export const now = '2031-05-04T12:00:00.000Z'
export const earlier = '2031-05-04T09:00:00.000Z'

/** A user with these roles. Ids of users who judged a fixture's earlier steps are `by-<step>`. */
export function user(id: string, ...roles: Role[]): Actor {
  return { id, roles, publications: [] }
}

/** What the article is going through; `fresh` for one that was never printed. */
export type Life = 'fresh' | 'correction' | 'typo' | 'reinstate'

/** The paths as the specification says them, not as the engine computes them. */
export const paths: Record<string, Record<Life, readonly Step[]>> = {
  newsroom: {
    fresh: ['review1', 'review2', 'review3', 'proof1', 'proof2', 'proof3'],
    correction: ['review2', 'review3', 'proof3'],
    typo: ['review3', 'proof3'],
    reinstate: ['review1', 'review2', 'review3', 'proof1', 'proof2', 'proof3'],
  },
  archive: {
    fresh: ['review1', 'proof1'],
    correction: ['review1', 'proof1'],
    typo: ['review1', 'proof1'],
    reinstate: ['review1', 'proof1'],
  },
  simple: { fresh: ['review1'], correction: ['review1'], typo: ['review1'], reinstate: ['review1'] },
}

/** A record of a step by a user nobody else is. */
export function record(step: Stage, changes: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    id: `record-${step}`,
    cycle: 1,
    step,
    decision: 'pass',
    transition: 'pass',
    actorId: `by-${step}`,
    role: 'editor',
    rev: 10,
    hash: 'text-1',
    previousHash: null,
    opinion: null,
    change: null,
    errors: null,
    override: null,
    supersedes: [],
    at: earlier,
    ...changes,
  }
}

interface Standing {
  stage: Stage
  profile?: Profile
  life?: Life
  slip?: Partial<Slip>
}

/** A faultless article at a stage, with the records it must have by then, written down without asking the engine. */
export function articleAt({
  stage,
  profile = profiles.newsroom,
  life = 'fresh',
  slip = {},
}: Standing): ArticleFacts {
  const path = paths[profile.name]![life]
  const index = path.indexOf(stage as Step)
  const done = ['ready', 'published'].includes(stage) ? path : path.slice(0, Math.max(0, index))
  const signedOff = done.some((step) => step === path.findLast((one) => one.startsWith('review')))
  const correction: Correction | null =
    life === 'fresh' || stage === 'published'
      ? null
      : { kind: life, reason: 'A figure was wrong.', note: null, by: 'by-corrector', at: earlier, rev: 2 }
  const published = stage === 'published' || (life !== 'fresh' && life !== 'reinstate')
  return {
    publication: 'daily',
    profile,
    creator: 'by-creator',
    bylineUsers: [],
    slip: {
      stage,
      cycle: 1,
      rev: 20,
      enteredRev: 19,
      path: ['draft', 'correcting', 'withdrawn', 'spiked'].includes(stage) ? [] : path,
      submittedBy: index >= 0 ? 'by-submitter' : null,
      contentHash: 'text-1',
      approvedHash: signedOff ? 'text-1' : null,
      writers: [],
      held: false,
      urgent: false,
      embargoUntil: null,
      filing: { required: false, no: null, date: null },
      assignee: null,
      dueAt: null,
      flags: [],
      pending: null,
      correction,
      withdrawal: null,
      live: published,
      ...slip,
    },
    records: done.map((step, at) => record(step, { rev: 5 + at })),
    edits: [],
    content: {
      ...{ hasBody: true, hasHeadline: true, hasAuthor: true, hasDateline: true, isNotice: false },
      fieldErrors: [],
    },
    change: null,
    publicHash: published ? 'text-0' : null,
    onSignedPage: false,
    inSignedIssue: false,
    inWithdrawnIssue: false,
  }
}
