import { describe, expect, it } from 'vitest'

import type { ChangeClass } from '../../../src/core/text/index.ts'
import {
  applyPlan,
  decide,
  decideSave,
  guards,
  profiles,
  signedOffHash,
  stages,
  transitions,
  type Actor,
  type ArticleFacts,
  type GuardName,
  type Plan,
  type Role,
  type Stage,
  type TransitionInput,
  type TransitionName,
} from '../../../src/core/workflow/index.ts'
import { articleAt } from './article.ts'
import { Oracle } from './oracle.ts'
import { fullInput } from './walk.ts'

const walks = 10_000
const steps = 80
const seed = Number(process.env.WALK_SEED ?? 20310504)

/** Mulberry32: the same seed walks the same ways. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A small house in which most people wear several hats: the tempting case. */
const house: readonly (readonly Role[])[] = [
  ['reporter'],
  ['reporter', 'editor', 'proofreader'],
  ['editor', 'sectionHead'],
  ['editor', 'sectionHead', 'chief', 'proofreader'],
  ['chief', 'proofreader'],
  ['chief', 'sectionHead', 'editor'],
  ['proofreader'],
  ['admin', 'auditor'],
]
const people: readonly Actor[] = house.map((roles, at) => ({ id: `u${at}`, roles, publications: [] }))

/** What brings a text on from where it is: tried half of the time, or most walks would end in the bin. */
const onward: Partial<Record<Stage, readonly TransitionName[]>> = {
  draft: ['submit'],
  review1: ['pass', 'signOff', 'override'],
  review2: ['pass', 'override'],
  review3: ['signOff', 'override'],
  proof1: ['proof'],
  proof2: ['proof'],
  proof3: ['proof'],
  ready: ['publish', 'republish'],
  correcting: ['submitCorrection'],
}
const names = Object.keys(transitions) as TransitionName[]

interface Outcome {
  published: number
  urgent: number
  faults: string[]
}

/** One article's life among random people. Texts are named `major.minor`: only a new major is more than a correction. */
function walkOnce(random: () => number, replaced: typeof guards = guards): Outcome {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const profile = pick(Object.values(profiles))
  const creator = pick(people).id
  const oracle = new Oracle(profile.name, creator)
  const outcome: Outcome = { published: 0, urgent: 0, faults: oracle.faults }
  let facts: ArticleFacts = { ...articleAt({ stage: 'draft', profile }), creator }
  let clock = Date.parse('2031-01-01T00:00:00Z')
  let text = 1
  let record = 0

  const apply = (plan: Plan, actor: Actor, asker?: string): void => {
    const before = facts.slip
    facts = applyPlan({ facts, plan, recordId: `r${++record}` })
    facts = { ...facts, change: changeOf(facts) }
    oracle.see({
      ...{
        user: actor.id,
        transition: plan.transition,
        from: plan.from,
        to: plan.to,
        text: facts.slip.contentHash,
      },
      rev: plan.transition === 'save' ? plan.event.rev : before.rev,
      ...(asker && plan.event.phase === 'done' ? { confirms: { asker } } : {}),
      ...(typeof plan.event.details.kind === 'string' ? { kind: plan.event.details.kind } : {}),
    })
    if (plan.to === 'published' && plan.from !== 'published' && plan.transition !== 'abandon') {
      outcome.published++
      if (oracle.urgent) outcome.urgent++
      if (oracle.urgent && !facts.slip.urgent) oracle.faults.push('urgent without its mark')
    }
  }

  for (let step = 0; step < steps; step++) {
    const actor = pick(people)
    clock += Math.floor(random() * 3 * 3600_000)
    const now = new Date(clock).toISOString()
    if (random() < 0.06) {
      const [major] = facts.slip.contentHash.split('.')
      const contentHash = random() < 0.2 ? `text${++text}.0` : `${major}.${++text}`
      const after = { contentHash, bylineUsers: [], change: null }
      const input = { rev: facts.slip.rev }
      const change = changeOf({ ...facts, slip: { ...facts.slip, contentHash } })
      const saved = decideSave({ actor, facts, now, input, after: { ...after, change }, guards: replaced })
      if (saved.allowed) saved.plans.forEach((plan) => apply(plan, actor))
      continue
    }
    const way = onward[facts.slip.stage]
    const waiting = facts.slip.pending !== null && random() < 0.3
    const transition = waiting ? facts.slip.pending!.transition : pick(way && random() < 0.6 ? way : names)
    const confirm = waiting || random() < 0.1
    const input: TransitionInput = { ...fullInput(facts), to: pick(stages), confirm }
    if (random() < 0.05) Object.assign(input, { rev: facts.slip.rev - 1 })
    if (random() < 0.05) Object.assign(input, { hash: 'text-of-yesterday' })
    const bySystem = transition === 'publish'
    const decision = decide({ transition, actor, facts, input, now, bySystem, guards: replaced })
    if (decision.allowed) apply(decision.plan, actor, facts.slip.pending?.by)
  }
  return outcome
}

function changeOf(facts: ArticleFacts): ChangeClass | null {
  const base = signedOffHash(facts)
  if (base === null) return null
  const major = (hash: string): string | undefined => hash.split('.')[0]
  const same = major(base) === major(facts.slip.contentHash)
  return { reasons: same ? [] : ['number'], changed: 1, total: 900 }
}

describe('random walks', () => {
  it(`publishes nothing without its reviews by different users and its proofs, in ${walks} walks`, () => {
    const random = randomFrom(seed)
    let reached = 0
    let urgent = 0
    let times = 0
    for (let walk = 0; walk < walks; walk++) {
      const outcome = walkOnce(random)
      expect(outcome.faults, `walk ${walk} of seed ${seed}`).toEqual([])
      if (outcome.published > 0) reached++
      if (outcome.urgent > 0) urgent++
      times += outcome.published
    }
    console.log(
      `${walks} walks, seed ${seed}: ${reached} published (${times} times), ${urgent} by an urgent sign-off`,
    )
    expect(reached).toBeGreaterThanOrEqual(1000)
    expect(urgent).toBeGreaterThanOrEqual(50)
  }, 600_000)

  const kept: readonly GuardName[] = ['sod', 'proofSod', 'second', 'neverPublished', 'live']
  it.each(kept)(
    'are told apart: without the guard %s an onlooker sees a rule broken',
    (name) => {
      const random = randomFrom(seed)
      const without = { ...guards, [name]: () => [], previous: () => [], approval: () => [] }
      const faults: string[] = []
      for (let walk = 0; walk < 2000 && faults.length === 0; walk++) faults.push(...faultsOf(random, without))
      expect(faults.length).toBeGreaterThan(0)
    },
    120_000,
  )
})

/** A walk without a guard may also end in a plan that cannot be made. */
function faultsOf(random: () => number, without: typeof guards): string[] {
  try {
    return walkOnce(random, without).faults
  } catch (error) {
    return [String(error)]
  }
}
