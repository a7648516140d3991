import { describe, expect, it } from 'vitest'

import {
  decideIssue,
  decidePage,
  issueStages,
  issueTransitions,
  issueWork,
  pageStages,
  pageTransitions,
  type IssueRule,
  type IssueTransitionName,
  type PageTransitionName,
} from '../../../src/core/issue/index.ts'
import { roles } from '../../../src/core/workflow/index.ts'
import { issueAt, later, now, pageAt, person } from './deskFacts.ts'

const input = { rev: 7, hash: 'hash-issue', publishAt: later }

describe('what waits for whom in an issue', () => {
  it('is every move onward of the issue that the rules let somebody make, and no other', () => {
    let allowed = 0
    for (const stage of issueStages)
      for (const role of roles) {
        const issue = issueAt(stage)
        const expected = (Object.keys(issueTransitions) as IssueTransitionName[]).filter((transition) => {
          const rule: IssueRule = issueTransitions[transition]
          const decision = decideIssue({
            ...{ transition, actor: person('visitor', role), now, question: { issue, items: [] } },
            input: { ...input, reason: '因故', notice: '撤下', items: [] },
          })
          const goesOn =
            decision.allowed && issueStages.indexOf(decision.plan.to) > issueStages.indexOf(stage)
          // What a second person confirms is no step on, and a scheduled issue waits for the clock.
          return goesOn && !rule.confirmedBy && stage !== 'scheduled'
        })
        expect([stage, role, issueWork(person('visitor', role), issue).issue]).toEqual([
          stage,
          role,
          expected,
        ])
        allowed += expected.length
      }
    expect(allowed).toBe(2 + 2 + 1 + 4)
  })

  it('is every page that somebody can take on while the issue is laid out', () => {
    for (const stage of issueStages)
      for (const pageStage of pageStages)
        for (const role of roles) {
          const page = pageAt('1', { stage: pageStage })
          const issue = issueAt(stage, { pages: [page] })
          const expected = (Object.keys(pageTransitions) as PageTransitionName[]).filter((transition) => {
            const decision = decidePage({
              ...{ transition, actor: person('visitor', role), now, question: { issue, page } },
              input: { rev: 5, hash: 'hash-1' },
            })
            return decision.allowed && pageStages.indexOf(decision.plan.to) > pageStages.indexOf(pageStage)
          })
          expect([stage, pageStage, role, issueWork(person('visitor', role), issue).pages]).toEqual([
            ...[stage, pageStage, role],
            expected.map((transition) => ({ transition, count: 1 })),
          ])
        }
  })

  it('is no signature on what one has laid out, nor on an issue whose pages are not signed', () => {
    const chief = person('by-layouter', 'chief', 'pageEditor')
    const proof = pageAt('1', { stage: 'proof' })
    const others = pageAt('2', { stage: 'proof', layoutBy: ['somebody'] })
    expect(issueWork(chief, issueAt('closed', { pages: [proof, others] }))).toEqual({
      ...{ issue: [], pages: [{ transition: 'sign', count: 1 }] },
    })
    expect(issueWork(chief, issueAt('closed')).issue).toEqual([])
    expect(issueWork(person('other', 'chief'), issueAt('closed')).issue).toEqual(['sign'])
    expect(issueWork(person('other', 'chief'), issueAt('closed', { pages: [] })).issue).toEqual([])
    expect(issueWork(person('other', 'chief'), issueAt('closed', { pages: [others] })).issue).toEqual([])
  })
})
