import { capacityOf, type Context } from './context.ts'
import { filingOf, momentOf, textOf } from './needs.ts'
import { isProof, reviewsOf } from './path.ts'
import { pathOf, standingInCycle, stepsOf } from './trail.ts'
import type { Correction, Pending, ReviewRecord, Slip, WorkflowEvent } from './types.ts'
import type { EffectName, Stage, Step } from './vocabulary.ts'

/** A part of a plan. Parts are put together in the table's order, the later one wins. */
export interface Part {
  slip?: Partial<Slip>
  record?: Omit<ReviewRecord, 'id'>
  details?: WorkflowEvent['details']
}

/** What a move to the stage `to` does. Guards have spoken: what they ask for is there. */
type Effect = (context: Context, to: Stage) => Part

/** The effects of the rule book. */
export const effects: Readonly<Record<EffectName, Effect>> = {
  // The event keeps the path: which reviews a cycle needs is what somebody would like to change afterwards.
  startPath: ({ actor, facts }) => {
    const path = pathOf(facts)
    return { slip: { path, submittedBy: actor.id }, details: { path: path.join(',') } }
  },
  leavePath: () => ({ slip: { path: [], submittedBy: null } }),

  recordPass: (context) => ({ record: { ...recordOf(context), decision: 'pass' } }),

  recordReturn: (context, to) => {
    const { slip } = context.facts
    const path = pathOf(context.facts)
    // The desk is before all steps: index -1.
    const kept = (step: Step): boolean => path.indexOf(step) < path.indexOf(to as Step)
    const supersedes = standingInCycle(context.facts).filter((record) => !stepsOf(record).every(kept))
    return {
      slip: { approvedHash: isProof(to) ? slip.approvedHash : null, pending: withoutOverride(slip) },
      record: { ...recordOf(context), decision: 'return', supersedes: supersedes.map(({ id }) => id) },
    }
  },

  recordReject: (context) => ({
    slip: { approvedHash: null, pending: null },
    record: {
      ...recordOf(context),
      decision: 'reject',
      supersedes: standingInCycle(context.facts).map(({ id }) => id),
    },
  }),

  recordOverride: (context) => {
    const { facts, actor } = context
    const { by, reason } = asked(context)
    const done = standingInCycle(facts).flatMap(stepsOf)
    const standsFor = reviewsOf(pathOf(facts)).filter((review) => !done.includes(review))
    return {
      slip: { urgent: true, pending: null },
      record: {
        ...recordOf(context),
        decision: 'pass',
        actorId: by,
        role: 'chief',
        opinion: reason,
        override: { confirmedBy: actor.id, standsFor },
      },
      details: { askedBy: by },
    }
  },

  approve: ({ facts }) => ({ slip: { approvedHash: facts.slip.contentHash } }),

  newCycle: ({ facts: { slip, bylineUsers } }) => ({
    slip: {
      cycle: slip.cycle + 1,
      path: [],
      submittedBy: null,
      writers: [...new Set(bylineUsers)],
      approvedHash: null,
      pending: withoutOverride(slip),
    },
  }),
  newCycleAtDesk: (context, to) =>
    to === 'draft' || to === 'correcting' ? effects.newCycle(context, to) : {},

  beginCorrection: (context) => {
    const kind = context.input.kind as Correction['kind']
    return { slip: { correction: correctionOf(context, kind) }, details: { kind } }
  },
  beginReinstatement: (context) => ({ slip: { correction: correctionOf(context, 'reinstate') } }),
  endReinstatement: () => ({ slip: { correction: null, approvedHash: null, pending: null, path: [] } }),
  noteCorrection: ({ facts, input }) => {
    const { correction } = facts.slip
    const note = textOf(input.note)
    return correction ? { slip: { correction: { ...correction, note } }, details: { note } } : {}
  },

  restorePublished: ({ facts }) => {
    const hash = facts.publicHash
    if (hash === null) throw new Error('A live article without the hash of its public text')
    return {
      slip: { contentHash: hash, approvedHash: hash, correction: null, held: false, pending: null, path: [] },
    }
  },

  // What readers are told of the correction is part of what happened.
  goLive: ({ facts: { slip } }) => {
    const { correction } = slip
    return {
      slip: { live: true, correction: null, withdrawal: null },
      ...(correction ? { details: { kind: correction.kind, note: correction.note } } : {}),
    }
  },
  goDark: (context) => {
    const { by, reason, notice } = asked(context)
    const withdrawal = { notice: notice ?? '', at: context.now, by, confirmedBy: context.actor.id }
    return {
      slip: { live: false, correction: null, withdrawal, approvedHash: null, pending: null, path: [] },
      details: { askedBy: by, askedReason: reason, notice: withdrawal.notice },
    }
  },

  hold: () => ({ slip: { held: true } }),
  release: () => ({ slip: { held: false } }),
  assign: ({ input }) => flag('assignee', textOf(input.assignee)),
  setDue: ({ input }) => flag('dueAt', momentOf(input.dueAt)),
  setEmbargo: ({ input }) => flag('embargoUntil', momentOf(input.embargoUntil)),
  setFiling: ({ input }) => {
    const filing = filingOf(input.filing) ?? { required: false, no: null, date: null }
    return { slip: { filing }, details: { ...filing } }
  },
  acceptFlag: ({ actor, facts, input, now }) => {
    const accepted = { by: actor.id, at: now, why: textOf(input.reason) ?? '' }
    const flags = facts.slip.flags.map((one) => (one.id === input.flag ? { ...one, accepted } : one))
    return { slip: { flags }, details: { flag: String(input.flag) } }
  },
}

function flag(name: 'assignee' | 'dueAt' | 'embargoUntil', value: string | null): Part {
  return { slip: { [name]: value }, details: { [name]: value } }
}

function recordOf(context: Context): Omit<ReviewRecord, 'id' | 'decision'> {
  const { actor, facts, input, name, now } = context
  const { slip } = facts
  return {
    cycle: slip.cycle,
    step: slip.stage,
    transition: name,
    actorId: actor.id,
    role: capacityOf(context) ?? 'system',
    rev: slip.rev,
    hash: slip.contentHash,
    previousHash: slip.approvedHash,
    opinion: textOf(input.opinion) ?? textOf(input.reason),
    change: facts.change,
    errors: input.errors ?? null,
    override: null,
    supersedes: [],
    at: now,
  }
}

function correctionOf({ actor, facts, input, now }: Context, kind: Correction['kind']): Correction {
  return { kind, reason: textOf(input.reason) ?? '', note: null, by: actor.id, at: now, rev: facts.slip.rev }
}

function asked({ facts }: Context): Pending {
  if (!facts.slip.pending) throw new Error('Nothing was asked for that could be confirmed')
  return facts.slip.pending
}

/** A text sent back has lost the urgent sign-off that was asked for it; a withdrawal stays asked for. */
function withoutOverride({ pending }: Slip): Pending | null {
  return pending?.transition === 'override' ? null : pending
}
