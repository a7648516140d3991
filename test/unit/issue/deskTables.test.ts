import { describe, expect, it } from 'vitest'

import {
  decideIssue,
  decidePage,
  issueGuardNames,
  issueGuards,
  issueStages,
  issueTransitions,
  pageGuardNames,
  pageGuards,
  pageStages,
  pageTransitions,
  type DeskInput,
  type IssueFacts,
  type PageFacts,
  type PreflightItem,
} from '../../../src/core/issue/index.ts'
import { roles, type Actor } from '../../../src/core/workflow/index.ts'
import { earlier, issueAt, later, now, pageAt, person } from './deskFacts.ts'

/** The specification, written out by hand: move | from → to | who. Nothing here asks the engine. */
const pageSpec = `
toProof   | makeup → proof | pageEditor
toMakeup  | proof → makeup | pageEditor sectionHead chief
sign      | proof → signed | sectionHead chief
unsign    | signed → proof | sectionHead chief
drop      | signed → proof | system`

const issueSpec = `
layOut      | planning → layingOut | issueManager chief
close       | layingOut → closed | issueManager chief
resume      | closed → layingOut | issueManager chief
sign        | closed → signed | chief
unsign      | signed → closed | chief
schedule    | signed → scheduled | issueManager chief
unschedule  | scheduled → signed | issueManager chief
publish     | signed scheduled → published | issueManager chief system
withdraw?   | published = | chief
withdraw!   | published → withdrawn | chief sectionHead
reinstate?  | withdrawn = | chief
reinstate!  | withdrawn → published | chief sectionHead
acknowledge | planning layingOut closed = | sectionHead chief issueManager
waive       | planning layingOut closed = | chief
unwaive     | planning layingOut closed = | chief
drop        | signed scheduled → closed | system`

interface Expected {
  from: string[]
  to: string | null
  who: string[]
}

function read(spec: string): Map<string, Expected> {
  return new Map(
    spec
      .trim()
      .split('\n')
      .map((line) => {
        const [name, moves, who] = line.split('|').map((part) => part.trim()) as [string, string, string]
        const [from, to] = moves.split(/ → | =/) as [string, string | undefined]
        return [name, { from: from.trim().split(' '), to: to?.trim() || null, who: who.split(' ') }] as const
      }),
  )
}

const warningItem: PreflightItem = {
  ...{ code: 'warning.emptyPage', params: {}, rule: 'W', severity: 'warning' },
  place: { kind: 'page', id: 'page-1' },
  ...{ key: 'warning', fingerprint: 'f1', waivable: true, acknowledged: null },
  waiver: { key: 'warning', fingerprint: 'f1', by: 'x', at: earlier, reason: 'y' },
}

const input = (rev: number, hash: string): DeskInput => ({
  ...{ rev, hash, reason: '因故', notice: '本期撤下', publishAt: later },
  items: [{ key: 'warning', fingerprint: 'f1' }],
})

const visitors: { actor: Actor; role: string; system: boolean }[] = [
  ...roles.map((role) => ({ actor: person('visitor', role), role, system: false })),
  { actor: person('visitor'), role: 'none', system: false },
  { actor: person('visitor'), role: 'system', system: true },
]

type PageGuards = typeof pageGuards
type IssueGuards = typeof issueGuards

/** Walks every move × stage × role of pages, and the cases in which a condition does not hold. */
function walkPages(guards?: PageGuards): string[] {
  const wrong: string[] = []
  const decide = (transition: string, page: PageFacts, more: object) =>
    decidePage({
      ...{ transition, now, actor: person('visitor'), input: input(page.rev, page.hash) },
      question: { page, issue: issueAt('layingOut') },
      ...(guards ? { guards } : {}),
      ...more,
    })
  for (const [name, { from, to, who }] of read(pageSpec))
    for (const stage of pageStages)
      for (const { actor, role, system } of visitors) {
        const decision = decide(name, pageAt('1', { stage }), { actor, bySystem: system })
        const expected = from.includes(stage) && who.includes(role)
        const where = `${name} at ${stage} by ${role}`
        if (decision.allowed !== expected) wrong.push(`${where}: ${decision.allowed ? 'allowed' : 'refused'}`)
        else if (decision.allowed && decision.plan.to !== to) wrong.push(`${where} → ${decision.plan.to}`)
        else if (decision.allowed && decision.plan.change.rev !== 6) wrong.push(`${where}: rev`)
      }
  const head = person('visitor', 'sectionHead', 'pageEditor')
  const broken: [name: string, code: string, page: Partial<PageFacts>, more: object][] = [
    ['sign', 'rev.missing', {}, { input: { hash: 'hash-1' } }],
    ['sign', 'rev.stale', {}, { input: { rev: 4, hash: 'hash-1' } }],
    ['sign', 'hash.missing', {}, { input: { rev: 5 } }],
    ['sign', 'hash.stale', {}, { input: { rev: 5, hash: 'other' } }],
    ['sign', 'page.ownEditor', { layoutBy: ['visitor'] }, {}],
    ['sign', 'who.publication', {}, { actor: { ...head, publications: ['other'] } }],
    ['toProof', 'issue.notOpen', { stage: 'makeup' }, { question: { issue: issueAt('planning') } }],
    ['toMakeup', 'issue.notOpen', {}, { question: { issue: issueAt('signed') } }],
    ['sign', 'issue.notOpen', {}, { question: { issue: issueAt('planning') } }],
    ['unsign', 'issue.frozen', { stage: 'signed' }, { question: { issue: issueAt('scheduled') } }],
    ['unsign', 'issue.frozen', { stage: 'signed' }, { question: { issue: issueAt('published') } }],
    ['unsign', 'input.missing', { stage: 'signed' }, { input: { rev: 5 } }],
    ['unsign', 'input.missing', { stage: 'signed' }, { input: { rev: 5, reason: '' } }],
    ['unsign', 'input.invalid', { stage: 'signed' }, { input: { rev: 5, reason: '  ' } }],
    ['constructor', 'transition.unknown', {}, {}],
  ]
  for (const [name, code, changes, more] of broken) {
    const page = pageAt('1', { stage: 'proof', ...changes })
    const question = { page, issue: issueAt('layingOut'), ...('question' in more ? more.question! : {}) }
    const decision = decide(name, page, { actor: head, ...more, question })
    const codes = decision.allowed ? 'allowed' : decision.blockers.map((one) => one.code).join()
    if (codes !== code) wrong.push(`${name} should be ${code}: ${codes}`)
  }
  return wrong
}

/** The same of issues. */
function walkIssues(guards?: IssueGuards): string[] {
  const wrong: string[] = []
  const decide = (transition: string, issue: IssueFacts, more: object) =>
    decideIssue({
      ...{ transition, now, actor: person('visitor'), input: input(issue.rev, issue.hash) },
      question: { issue, items: [warningItem] },
      ...(guards ? { guards } : {}),
      ...more,
    })
  for (const [move, { from, to, who }] of read(issueSpec))
    for (const stage of issueStages)
      for (const { actor, role, system } of visitors) {
        const name = move.replace(/[?!]$/, '')
        const second = move.endsWith('!')
        const pending = second
          ? { transition: name, by: 'another', reason: '因故', notice: '撤下', at: earlier }
          : null
        const issue = issueAt(stage, { pending })
        const decision = decide(name, issue, {
          ...{ actor, bySystem: system },
          input: { ...input(issue.rev, issue.hash), confirm: second },
        })
        const expected = from.includes(stage) && who.includes(role)
        const where = `${move} at ${stage} by ${role}`
        if (decision.allowed !== expected) wrong.push(`${where}: ${decision.allowed ? 'allowed' : 'refused'}`)
        else if (decision.allowed && decision.plan.to !== (to ?? stage))
          wrong.push(`${where} → ${decision.plan.to}`)
        else if (decision.allowed && decision.plan.change.rev !== 8) wrong.push(`${where}: rev`)
      }
  const chief = person('visitor', 'chief', 'issueManager')
  const blocked: PreflightItem = { ...warningItem, severity: 'blocker', waiver: null, waivable: false }
  const unseen: PreflightItem = { ...warningItem, waiver: null }
  const items = (...list: PreflightItem[]) => ({ question: { items: list } })
  const pendingBy = (by: string, at: string) => ({
    pending: { transition: 'withdraw' as const, by, reason: '因故', notice: '撤下', at },
  })
  const broken: [name: string, codes: string, issue: IssueFacts, more: object][] = [
    ['sign', 'rev.missing', issueAt('closed'), { input: { hash: 'hash-issue' } }],
    ['sign', 'rev.stale', issueAt('closed'), { input: { rev: 6, hash: 'hash-issue' } }],
    ['sign', 'hash.missing', issueAt('closed'), { input: { rev: 7 } }],
    ['sign', 'hash.stale', issueAt('closed'), { input: { rev: 7, hash: 'x' } }],
    ['sign', 'who.publication', issueAt('closed'), { actor: { ...chief, publications: ['other'] } }],
    [
      'sign',
      'issue.ownEditor',
      issueAt('closed', { pages: [pageAt('1'), pageAt('2', { layoutBy: ['visitor'] })] }),
      {},
    ],
    ['sign', 'warning.emptyPage', issueAt('closed'), items(blocked)],
    ['sign', 'preflight.unacknowledged', issueAt('closed'), items(unseen)],
    ['sign', 'warning.emptyPage,preflight.unacknowledged', issueAt('closed'), items(blocked, unseen)],
    ['schedule', 'issue.signatureStale', issueAt('signed', { hash: 'changed' }), {}],
    ['schedule', 'issue.past', issueAt('signed'), { input: { rev: 7, publishAt: earlier } }],
    ['schedule', 'input.missing', issueAt('signed'), { input: { rev: 7 } }],
    ['schedule', 'input.invalid', issueAt('signed'), { input: { rev: 7, publishAt: 'tomorrow' } }],
    ['schedule', 'input.invalid', issueAt('signed'), { input: { rev: 7, publishAt: '2031-05-05T06:00' } }],
    ['schedule', 'warning.emptyPage', issueAt('signed'), items(blocked)],
    ['publish', 'issue.signatureStale', issueAt('signed', { hash: 'changed' }), {}],
    ['publish', 'warning.emptyPage', issueAt('signed'), items(blocked)],
    ['publish', 'issue.notDue', issueAt('scheduled', { publishAt: later }), {}],
    ['publish', 'allowed', issueAt('scheduled', { publishAt: now }), {}],
    ['publish', 'allowed', issueAt('signed'), items(unseen)],
    ['withdraw', 'input.missing', issueAt('published'), { input: { rev: 7, reason: '因故' } }],
    [
      'withdraw',
      'input.tooLong,input.tooLong',
      issueAt('published'),
      { input: { rev: 7, reason: '因'.repeat(2001), notice: '告'.repeat(2001) } },
    ],
    [
      'withdraw',
      'allowed',
      issueAt('published'),
      { input: { rev: 7, reason: '因'.repeat(2000), notice: '告' } },
    ],
    ['withdraw', 'second.none', issueAt('published'), { input: { rev: 7, confirm: true } }],
    [
      'withdraw',
      'second.same',
      issueAt('published', pendingBy('visitor', earlier)),
      { input: { rev: 7, confirm: true } },
    ],
    [
      'withdraw',
      'second.expired',
      issueAt('published', pendingBy('another', '2031-05-03T11:00:00.000Z')),
      { input: { rev: 7, confirm: true } },
    ],
    // What was asked for is one thing only.
    [
      'reinstate',
      'second.none',
      issueAt('withdrawn', pendingBy('another', earlier)),
      { input: { rev: 7, confirm: true } },
    ],
    ['reinstate', 'input.missing', issueAt('withdrawn'), { input: { rev: 7 } }],
    ['acknowledge', 'item.unknown', issueAt('closed'), items()],
    ['acknowledge', 'item.unknown', issueAt('closed'), items({ ...unseen, fingerprint: 'f2' })],
    ['acknowledge', 'item.isBlocker', issueAt('closed'), items(blocked)],
    ['waive', 'item.notWaivable', issueAt('closed'), items(blocked)],
    ['waive', 'input.missing', issueAt('closed'), { input: { rev: 7, items: input(7, '').items } }],
    ['acknowledge', 'input.invalid', issueAt('closed'), { input: { rev: 7, items: [] } }],
    ['toString', 'transition.unknown', issueAt('closed'), {}],
  ]
  for (const [name, expected, issue, more] of broken) {
    const question = { issue, items: [warningItem], ...('question' in more ? more.question! : {}) }
    const decision = decide(name, issue, { actor: chief, ...more, question })
    const codes = decision.allowed ? 'allowed' : decision.blockers.map((one) => one.code).join()
    if (codes !== expected) wrong.push(`${name} should be ${expected}: ${codes}`)
  }
  return wrong
}

const notices = (walk: () => string[]): boolean => {
  try {
    return walk().length > 0
  } catch {
    return true
  }
}

describe('the tables of pages and issues, walked', () => {
  it('name the moves of the specification and no others', () => {
    expect(Object.keys(pageTransitions)).toEqual([...read(pageSpec).keys()])
    const moves = [...read(issueSpec).keys()].map((name) => name.replace(/[?!]$/, ''))
    expect(Object.keys(issueTransitions)).toEqual([...new Set(moves)])
  })

  it('do what the specification says of pages, at every stage, for every role', () => {
    expect(walkPages()).toEqual([])
  })

  it('do what the specification says of issues, at every stage, for every role', () => {
    expect(walkIssues()).toEqual([])
  })

  it.each(pageGuardNames.filter((name) => name !== 'second'))(
    'of pages fail when the guard %s always allows',
    (name) => {
      const replaced = { ...pageGuards, [name]: () => [] }
      expect(
        notices(() => walkPages(replaced)),
        `nothing notices that ${name} is gone`,
      ).toBe(true)
    },
  )

  it.each(issueGuardNames)('of issues fail when the guard %s always allows', (name) => {
    const replaced = { ...issueGuards, [name]: () => [] }
    expect(
      notices(() => walkIssues(replaced)),
      `nothing notices that ${name} is gone`,
    ).toBe(true)
  })
})

describe('what a move leaves behind', () => {
  const chief = person('visitor', 'chief')

  it('a signature is of a hash, by a person, and clears why the last was lost', () => {
    const dropped = { reason: 'save', by: 'x', at: earlier, article: 'a1', why: null }
    const page = pageAt('1', { stage: 'proof', dropped })
    const decision = decidePage({
      ...{ transition: 'sign', actor: chief, now, input: { rev: 5, hash: 'hash-1' } },
      question: { page, issue: issueAt('closed') },
    })
    expect(decision).toMatchObject({
      allowed: true,
      plan: { change: { signature: 'hash-1', signedBy: 'visitor', signedAt: now, dropped: null } },
    })
  })

  it('an issue that loses its signature loses its time as well, and says why', () => {
    const decision = decideIssue({
      ...{ transition: 'unsign', actor: chief, now, input: { rev: 7, reason: '换稿' } },
      question: { issue: issueAt('signed'), items: null },
    })
    expect(decision).toMatchObject({
      plan: {
        change: {
          ...{ stage: 'closed', signature: null, signedBy: null, publishAt: null },
          dropped: { reason: 'unsign', by: 'visitor', why: '换稿', article: null },
        },
      },
    })
  })

  it('what is acknowledged again replaces what was said before, and nothing else', () => {
    const said = { key: 'warning', fingerprint: 'old', by: 'x', at: earlier, reason: null }
    const other = { ...said, key: 'other' }
    const decision = decideIssue({
      ...{ transition: 'acknowledge', actor: chief, now, input: input(7, '') },
      question: { issue: issueAt('closed', { acknowledgements: [said, other] }), items: [warningItem] },
    })
    expect(decision.allowed && decision.plan.change.acknowledgements).toEqual([
      other,
      { key: 'warning', fingerprint: 'f1', by: 'visitor', at: now, reason: '因故' },
    ])
  })
})
