import { describe, expect, it } from 'vitest'

import {
  blockerCodes,
  guardNames,
  guards,
  transitions,
  type Guard,
} from '../../../src/core/workflow/index.ts'
import { brokenCases } from './brokenCases.ts'
import { walk } from './walk.ts'

function walkAll(replaced?: typeof guards): { wrong: string[]; tried: number } {
  const steps = walk(replaced)
  const wrong: string[] = []
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { wrong, tried: step.value }
    wrong.push(step.value)
  }
}

/** Whether the walk finds fault: a wrong answer, or a plan that cannot be made. */
function notices(replaced: typeof guards): boolean {
  try {
    return walk(replaced).next().done === false
  } catch {
    return true
  }
}

describe('the table, walked', () => {
  it('does what the specification says at every stage, for every role, move, profile and life', () => {
    const { wrong, tried } = walkAll()
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(40_000)
  }, 120_000)

  it.each(guardNames)('fails when the guard %s always allows', (name) => {
    expect(notices({ ...guards, [name]: () => [] }), `nothing notices that ${name} is gone`).toBe(true)
  })

  const ruled = Object.entries(transitions).flatMap(([move, rule]) =>
    rule.guards.map((name) => ({ move, name })),
  )
  it.each(ruled)('fails when $move alone forgets its guard $name', ({ move, name }) => {
    const forgotten: Guard = (context) => (context.name === move ? [] : guards[name](context))
    expect(notices({ ...guards, [name]: forgotten }), `nothing notices that ${move} forgot ${name}`).toBe(
      true,
    )
  })

  it('shows every reason of the table of codes at least once', () => {
    const shown = new Set(brokenCases.flatMap(({ code }) => code.split(',')))
    const elsewhere = ['transition.unknown', 'who.edit', 'stage.noEdit', 'stage.wrong']
    elsewhere.push('sod.unjudgedEdit', 'proofSod.unjudgedEdit') // separation.test.ts, save.test.ts
    const missing = Object.entries(blockerCodes)
      .filter(([code, kind]) => kind !== 'profile' && !shown.has(code) && !elsewhere.includes(code))
      .map(([code]) => code)
    expect(missing).toEqual([])
  })
})
