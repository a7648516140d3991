import type { ChangeClass } from '../../../src/core/text/index.ts'
import {
  applyPlan,
  decide,
  decideSave,
  type Actor,
  type ArticleFacts,
  type Decision,
  type Plan,
  type TransitionInput,
  type TransitionName,
} from '../../../src/core/workflow/index.ts'
import { articleAt, now } from './article.ts'
import { fullInput } from './walk.ts'

const corrected: ChangeClass = { reasons: [], changed: 1, total: 900 }

/** A newsroom in memory: plays the shell's part, carrying out what the engine decides. */
export class Desk {
  facts: ArticleFacts
  private records = 0

  constructor(start: Parameters<typeof articleAt>[0] = { stage: 'draft' }) {
    this.facts = articleAt(start)
  }

  apply(plan: Plan): void {
    this.facts = applyPlan({ facts: this.facts, plan, recordId: `r${++this.records}` })
  }

  ask(name: TransitionName, actor: Actor, input: TransitionInput = {}): Decision {
    const base = { transition: name, actor, facts: this.facts, now, bySystem: name === 'publish' }
    return decide({ ...base, input: { ...fullInput(this.facts), ...input } })
  }

  /** Makes a move that must be allowed. */
  move(name: TransitionName, actor: Actor, input: TransitionInput = {}): Plan {
    const decision = this.ask(name, actor, input)
    if (!decision.allowed)
      throw new Error(`${name} refused: ${decision.blockers.map(({ code }) => code).join()}`)
    this.apply(decision.plan)
    return decision.plan
  }

  /** Codes for which a move is refused; empty when it is not. */
  refusal(name: TransitionName, actor: Actor, input: TransitionInput = {}): string[] {
    const decision = this.ask(name, actor, input)
    return decision.allowed ? [] : decision.blockers.map(({ code }) => code)
  }

  /** Saves a text; codes of the refusal when it is refused. */
  save(actor: Actor, contentHash: string, change: ChangeClass = corrected): string[] {
    const decision = decideSave({
      ...{ actor, facts: this.facts, now, input: { rev: this.facts.slip.rev } },
      after: { contentHash, bylineUsers: this.facts.bylineUsers, change },
    })
    if (!decision.allowed) return decision.blockers.map(({ code }) => code)
    decision.plans.forEach((plan) => this.apply(plan))
    this.facts = { ...this.facts, change }
    return []
  }
}
