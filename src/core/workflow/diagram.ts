import { stagesOf, targetsOf } from './path.ts'
import { pathFor, profiles } from './profiles.ts'
import { transitions, type Transition, type TransitionName } from './table.ts'
import type { Correction, Profile } from './types.ts'
import type { GuardName, Stage } from './vocabulary.ts'

/** How stages and moves are called in a diagram. */
export interface DiagramWords {
  stage: (stage: Stage) => string
  transition: (name: TransitionName) => string
}

interface Life {
  start: Stage
  /** Guards that no article in this life can satisfy. */
  never: readonly GuardName[]
  corrections: readonly (Correction['kind'] | null)[]
}

const lives = {
  /** From the first draft to the day it is printed. */
  first: { start: 'draft', never: ['live', 'publishedBefore'], corrections: [null] },
  /** From then on. */
  later: {
    start: 'published',
    never: ['neverPublished'],
    corrections: ['correction', 'typo', 'reinstate'],
  },
} as const satisfies Record<string, Life>

/** The part of an article's life a diagram shows. */
export type LifePart = keyof typeof lives

/** A Mermaid state diagram of the table: every move that changes the stage, under the newsroom's profile or another. */
export function diagram(part: LifePart, words: DiagramWords, profile: Profile = profiles.newsroom): string {
  const moves = movesOf(lives[part], profile)
  const seen = [...new Set(moves.flatMap(({ from, to }) => [from, to]))]
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
function movesOf({ start, never, corrections }: Life, profile: Profile): Move[] {
  const all = corrections.flatMap((kind) => movesOnPath({ kind, never, profile }))
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

interface OnPath {
  kind: Correction['kind'] | null
  never: readonly GuardName[]
  profile: Profile
}

function movesOnPath({ kind, never, profile }: OnPath): Move[] {
  const path = pathFor(profile, kind)
  const possible = (Object.entries(transitions) as [TransitionName, Transition][]).filter(
    ([, rule]) => rule.to !== 'stay' && !rule.guards.some((guard) => never.includes(guard)),
  )
  return possible.flatMap(([name, rule]) =>
    stagesOf(rule.from, path).flatMap((from) =>
      targetsOf(rule.to, { stage: from, path, correcting: kind !== null }).map((to) => ({ name, from, to })),
    ),
  )
}
