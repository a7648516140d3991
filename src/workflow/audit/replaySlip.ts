import {
  isProof,
  isTransition,
  transitions,
  type Correction,
  type EffectName,
  type Pending,
  type Transition,
} from '../../core/workflow/index.ts'
import { importer } from '../openSlip.ts'
import type { SlipRow } from '../slipRow.ts'
import type { EventRow } from '../trail.ts'

/** What a chain of events says of a slip. */
export interface Replayed {
  fields: Pick<SlipRow, ReplayedField>
  /** Who saved a changed text at the desk in this cycle: all of them are writers. */
  writers: readonly string[]
  /** The flags that somebody accepted. */
  accepted: readonly { flag: string; by: string; at: string }[]
}

type ReplayedField = (typeof replayedFields)[number]

/** The fields of a slip that follow from its chain alone. */
export const replayedFields = [
  ...(['publication', 'creator', 'stage', 'cycle', 'rev', 'enteredRev', 'path', 'submittedBy'] as const),
  ...(['contentHash', 'approvedHash', 'publicHash', 'publishedAt', 'live', 'held', 'urgent'] as const),
  ...(['embargoUntil', 'filing', 'assignee', 'dueAt', 'pending', 'correction', 'withdrawal'] as const),
] as const

interface State {
  slip: Replayed['fields']
  writers: string[]
  accepted: Replayed['accepted'][number][]
}

/** Tells a slip from its events, which begin with its `create`. Knows each move by its effects in the table. */
export function replaySlip(events: readonly EventRow[]): Replayed {
  const state: State = { slip: blankSlip(), writers: [], accepted: [] }
  for (const event of events) replay(state, event)
  return { fields: state.slip, writers: state.writers, accepted: state.accepted }
}

function replay(state: State, event: EventRow): void {
  const { slip } = state
  const { transition, details } = event
  if (event.phase === 'asked') slip.pending = pendingOf(slip, event)
  else if (transition === 'create') create(state, event)
  else if (transition === 'import') slip.contentHash = String(details.contentHash)
  else if (transition === 'save' && details.changed === true) save(state, event)
  else if (isTransition(transition)) {
    const rule: Transition = transitions[transition]
    for (const effect of rule.effects) Object.assign(slip, changes[effect]?.(slip, event))
    if (rule.effects.includes('newCycle') || newCycleAtDesk(event, rule.effects)) state.writers = []
    if (rule.effects.includes('acceptFlag')) {
      state.accepted.push({ flag: String(details.flag), by: event.actorId, at: event.at })
    }
  }
  if (event.from !== event.to) slip.enteredRev = event.rev
  slip.stage = event.to as SlipRow['stage']
  slip.rev = event.rev
}

function create({ slip }: State, { actorId, details, publication }: EventRow): void {
  // Nobody wrote what an import brought, nor what the house owes its readers after a correction.
  slip.creator = actorId === importer || typeof details.corrects === 'string' ? null : actorId
  slip.publication = publication ?? ''
  slip.contentHash = String(details.contentHash)
}

function save(state: State, { actorId, details, from }: EventRow): void {
  state.slip.contentHash = String(details.contentHash)
  state.slip.pending = null
  if (from === 'draft' || from === 'correcting') state.writers.push(actorId)
}

type Slip = Replayed['fields']

const newCycle = (slip: Slip): Partial<Slip> => ({
  ...{ cycle: slip.cycle + 1, path: [], submittedBy: null, approvedHash: null },
  pending: withoutOverride(slip),
})

/** What an effect of the table leaves on the slip, told from the event alone. */
const changes: Partial<Record<EffectName, (slip: Slip, event: EventRow) => Partial<Slip>>> = {
  startPath: (_, { actorId, details }) => ({
    submittedBy: actorId,
    path: String(details.path).split(',') as Slip['path'][number][],
  }),
  leavePath: () => ({ path: [], submittedBy: null }),
  recordReturn: (slip, { to }) => ({
    approvedHash: isProof(to as Slip['stage']) ? slip.approvedHash : null,
    pending: withoutOverride(slip),
  }),
  recordReject: () => ({ approvedHash: null, pending: null }),
  recordOverride: () => ({ urgent: true, pending: null }),
  approve: ({ contentHash }) => ({ approvedHash: contentHash }),
  newCycle,
  newCycleAtDesk: (slip, event) => (newCycleAtDesk(event, ['newCycleAtDesk']) ? newCycle(slip) : {}),
  beginCorrection: (_, event) => ({
    correction: correctionOf(event, event.details.kind as Correction['kind']),
  }),
  beginReinstatement: (_, event) => ({ correction: correctionOf(event, 'reinstate') }),
  endReinstatement: () => ({ correction: null, approvedHash: null, pending: null, path: [] }),
  noteCorrection: ({ correction }, { details }) =>
    correction ? { correction: { ...correction, note: textIn(details, 'note') } } : {},
  restorePublished: ({ publicHash }) => ({
    ...{ contentHash: publicHash ?? '', approvedHash: publicHash, correction: null },
    ...{ held: false, pending: null, path: [] },
  }),
  goLive: (slip, { at, textHash }) => ({
    ...{ live: true, correction: null, withdrawal: null, publicHash: textHash },
    publishedAt: slip.publishedAt ?? at,
  }),
  goDark: (_, { actorId, at, details }) => ({
    ...{ live: false, correction: null, approvedHash: null, publicHash: null, pending: null, path: [] },
    withdrawal: {
      ...{ notice: textIn(details, 'notice') ?? '', at },
      ...{ by: textIn(details, 'askedBy') ?? '', confirmedBy: actorId },
    },
  }),
  hold: () => ({ held: true }),
  release: () => ({ held: false }),
  assign: (_, { details }) => ({ assignee: details.assignee as string | null }),
  setDue: (_, { details }) => ({ dueAt: details.dueAt as string | null }),
  setEmbargo: (_, { details }) => ({ embargoUntil: details.embargoUntil as string | null }),
  setFiling: (_, { details }) => ({ filing: { ...details } as unknown as Slip['filing'] }),
}

function newCycleAtDesk({ to }: EventRow, effects: readonly EffectName[]): boolean {
  return effects.includes('newCycleAtDesk') && (to === 'draft' || to === 'correcting')
}

function pendingOf({ contentHash }: Slip, event: EventRow): Pending {
  const { transition, actorId, reason, details, at } = event
  return {
    ...{ transition: transition as Pending['transition'], by: actorId },
    ...{ reason: reason ?? '', notice: textIn(details, 'notice'), at, hash: contentHash },
  }
}

function correctionOf({ actorId, at, reason, rev }: EventRow, kind: Correction['kind']): Correction {
  return { kind, reason: reason ?? '', note: null, by: actorId, at, rev: rev - 1 }
}

function textIn(details: EventRow['details'], name: string): string | null {
  const value = details[name]
  return typeof value === 'string' ? value : null
}

function withoutOverride({ pending }: Slip): Pending | null {
  return pending?.transition === 'override' ? null : pending
}

function blankSlip(): Slip {
  return {
    ...{ publication: '', creator: null, stage: 'draft', cycle: 1, rev: 1, enteredRev: 1, path: [] },
    ...{ submittedBy: null, contentHash: '', approvedHash: null, publicHash: null, publishedAt: null },
    ...{ live: false, held: false, urgent: false, embargoUntil: null, assignee: null, dueAt: null },
    ...{ filing: { required: false, no: null, date: null }, pending: null, correction: null },
    withdrawal: null,
  }
}
