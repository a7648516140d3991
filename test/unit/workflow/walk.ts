import {
  decide,
  profiles,
  roles,
  stages,
  transitions,
  type Actor,
  type ArticleFacts,
  type GuardName,
  type Guard,
  type Pending,
  type Profile,
  type Stage,
  type TransitionInput,
  type TransitionName,
} from '../../../src/core/workflow/index.ts'
import { articleAt, earlier, now, paths, type Life } from './article.ts'
import { brokenCases } from './brokenCases.ts'
import { expectedOf, type Expected } from './expected.ts'

type Guards = Readonly<Record<GuardName, Guard>>

const lives: readonly Life[] = ['fresh', 'correction', 'typo', 'reinstate']
const seconds = ['override', 'withdraw']
/** W4: these judge a text, so no writer of it may make them, whatever the role. */
const notByWriters = ['pass', 'signOff', 'override?', 'override!']
const outsiders = ['admin', 'auditor']
/** Release and acceptFlag need an article on hold, or with a doubt: they are walked as broken cases. */
const moves = Object.keys(transitions)
  .filter((name) => name !== 'release' && name !== 'acceptFlag')
  .flatMap((name) => (seconds.includes(name) ? [`${name}?`, `${name}!`] : [name]))

/** Enough for every move; what is too much is ignored. */
export function fullInput(facts: ArticleFacts): TransitionInput {
  return {
    rev: facts.slip.rev,
    hash: facts.slip.contentHash,
    opinion: 'Read.',
    reason: 'Because.',
    note: 'It said 7; it is 9.',
    notice: 'Withdrawn.',
    kind: 'correction',
    assignee: 'somebody',
    dueAt: now,
    embargoUntil: null,
    filing: { required: true, no: '7', date: '2031-05-01' },
  }
}

/** Who tries: every role alone, as an outsider, as a writer and as the one who submitted; nobody; and the system. */
interface Visitor {
  actor: Actor
  part: 'outsider' | 'writer' | 'submitter' | 'system'
  role: string
}
const visitors: readonly Visitor[] = [
  ...[...roles.map((role) => [role]), []].flatMap((held) =>
    (['outsider', 'writer', 'submitter'] as const).map((part) => ({
      actor: { id: 'visitor', roles: held, publications: [] },
      part,
      role: held[0] ?? 'none',
    })),
  ),
  { actor: { id: 'visitor', roles: [], publications: [] }, part: 'system', role: 'none' },
]

/** Walks the broken cases, then every stage × role × move × profile × life; yields what is not as specified. */
export function* walk(guards?: Guards): Generator<string, number> {
  let tried = 0
  for (const { name, facts, actor, input, code, transition, bySystem } of brokenCases) {
    tried++
    const base = { transition, facts, actor, now, bySystem, guards }
    const decision = decide({ ...base, input: { ...fullInput(facts), ...input } })
    const codes = decision.allowed ? ['allowed'] : decision.blockers.map((one) => one.code)
    if (codes.join() !== code) yield `${name}: ${codes.join()}`
  }
  for (const profile of Object.values(profiles))
    for (const life of lives) {
      const working = [life === 'fresh' ? 'draft' : 'correcting', ...paths[profile.name]![life], 'ready']
      const expected = expectedOf(profile.name, life, working)
      for (const stage of stagesIn(life))
        for (const move of moves)
          for (const visitor of visitors) {
            tried++
            yield* tryMove({
              profile,
              life,
              stage,
              move,
              visitor,
              expected: expected.get(`${move} ${stage}`),
              guards,
            })
          }
    }
  return tried
}

function stagesIn(life: Life): readonly Stage[] {
  if (life === 'fresh') return stages.filter((stage) => stage !== 'correcting')
  return stages.filter((stage) => !['draft', 'published', 'withdrawn', 'spiked'].includes(stage))
}

interface Try {
  profile: Profile
  life: Life
  stage: Stage
  move: string
  visitor: Visitor
  expected: Expected | undefined
  guards: Guards | undefined
}

function* tryMove({ profile, life, stage, move, visitor, expected, guards }: Try): Generator<string> {
  const { actor, part, role } = visitor
  const transition = move.replace(/[?!]$/, '') as TransitionName
  const pending: Pending | null = move.endsWith('!')
    ? { transition, by: 'by-another', reason: 'Now.', notice: 'Gone.', at: earlier, hash: 'text-1' }
    : null
  const facts = articleAt({
    stage,
    profile,
    life,
    slip: {
      pending,
      writers: part === 'writer' ? ['visitor'] : [],
      ...(part === 'submitter' ? { submittedBy: 'visitor' } : {}),
    },
  })
  const part1 =
    part === 'writer' || part === 'submitter' ? !outsiders.includes(role) && role !== 'none' : true
  const permitted =
    expected !== undefined &&
    !(part === 'writer' && notByWriters.includes(move)) &&
    (expected.who.includes(role) || (part1 && expected.who.includes(part)))
  const chosen = transition === 'return' || transition === 'proofReturn'
  for (const target of chosen ? stages : [undefined]) {
    const decision = decide({
      ...{ transition, actor, facts, now, guards, bySystem: part === 'system' },
      input: { ...fullInput(facts), ...(target ? { to: target } : {}), confirm: move.endsWith('!') },
    })
    const want = permitted && (!target || expected.to.includes(target))
    const goesTo = target ?? expected?.to[0] ?? stage
    const where = `${profile.name} ${life} ${stage}: ${move} ${target ?? ''} by ${role} as ${part}`
    if (decision.allowed !== want) yield `${where}: ${decision.allowed ? 'allowed' : 'refused'}`
    else if (decision.allowed && (decision.plan.to !== goesTo || decision.plan.slip.rev !== 21))
      yield `${where}: goes to ${decision.plan.to}`
  }
}
