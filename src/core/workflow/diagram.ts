import { stagesOf, targetsOf } from './path.ts'
import { pathFor, profiles } from './profiles.ts'
import { transitions, type Transition, type TransitionName } from './table.ts'
import type { Correction, Profile } from './types.ts'
import { stages, type GuardName, type Stage } from './vocabulary.ts'

/** How stages and moves are called in a diagram. */
export interface DiagramWords {
  stage: (stage: Stage) => string
  transition: (name: TransitionName) => string
}

/** A path of one life, and the guards that no article on it can satisfy. */
interface Way {
  correction: Correction['kind'] | null
  never: readonly GuardName[]
}

const lives = {
  /** From the first draft to the day it is printed. */
  first: { start: 'draft', ways: [{ correction: null, never: ['live', 'publishedBefore', 'reinstating'] }] },
  /** From then on; readers do not see an article that is being reinstated. */
  later: {
    start: 'published',
    ways: [
      { correction: 'correction', never: ['neverPublished', 'reinstating'] },
      { correction: 'typo', never: ['neverPublished', 'reinstating'] },
      { correction: 'reinstate', never: ['neverPublished', 'live'] },
    ],
  },
} as const satisfies Record<string, { start: Stage; ways: readonly Way[] }>

/** The part of an article's life a diagram shows. */
export type LifePart = keyof typeof lives

/** A Mermaid state diagram of the table: every move that changes the stage, under the newsroom's profile or another. */
export function diagram(part: LifePart, words: DiagramWords, profile: Profile = profiles.newsroom): string {
  const moves = movesOf(lives[part], profile)
  const seen = stages.filter((stage) => moves.some(({ from, to }) => stage === from || stage === to))
  return [
    'stateDiagram-v2',
    ...seen.map((stage) => `  state "${words.stage(stage)}" as ${stage}`),
    `  [*] --> ${lives[part].start}`,
    ...moves.map(({ from, to, name }) => `  ${from} --> ${to}: ${words.transition(name)}`),
  ].join('\n')
}

interface Move {
  name: TransitionName
  from: Stage
  to: Stage
}

/** All moves that can be reached from where this life starts, in the table's order. */
function movesOf({ start, ways }: { start: Stage; ways: readonly Way[] }, profile: Profile): Move[] {
  const all = ways.flatMap((way) => movesOn(way, profile))
  const reached = new Set<Stage>([start])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to } of all) if (reached.has(from)) reached.add(to)
  }
  const names = Object.keys(transitions)
  const unique = new Map(all.map((move) => [`${move.name} ${move.from} ${move.to}`, move]))
  return [...unique.values()]
    .filter(({ from, to }) => reached.has(from) && from !== to)
    .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

function movesOn({ correction, never }: Way, profile: Profile): Move[] {
  const path = pathFor(profile, correction)
  const possible = (Object.entries(transitions) as [TransitionName, Transition][]).filter(
    ([, rule]) => rule.to !== 'stay' && !rule.guards.some((guard) => never.includes(guard)),
  )
  return possible.flatMap(([name, rule]) =>
    stagesOf(rule.from, path).flatMap((from) =>
      targetsOf(rule.to, { stage: from, path, correcting: correction !== null }).map((to) => ({
        name,
        from,
        to,
      })),
    ),
  )
}
