import { proofs, reviews, type Proof, type Review, type Stage, type Step } from './vocabulary.ts'

/** The reviews of a path, in order. */
export function reviewsOf(path: readonly Step[]): Review[] {
  return path.filter((step) => isReview(step))
}

/** The proofs of a path, in order. */
export function proofsOf(path: readonly Step[]): Proof[] {
  return path.filter((step) => isProof(step))
}

/** Whether a stage is one of the three reviews. */
export function isReview(stage: Stage): stage is Review {
  return (reviews as readonly Stage[]).includes(stage)
}

/** Whether a stage is one of the three proofs. */
export function isProof(stage: Stage): stage is Proof {
  return (proofs as readonly Stage[]).includes(stage)
}

function isStep(stage: Stage): stage is Step {
  return isReview(stage) || isProof(stage)
}

/** Named groups of stages, so that the table reads the same under every profile. */
export const stageSets = {
  earlierReviews: (path) => reviewsOf(path).slice(0, -1),
  lastReview: (path) => reviewsOf(path).slice(-1),
  anyReview: (path) => reviewsOf(path),
  anyProof: (path) => proofsOf(path),
  unpublished: (path) => ['draft', ...path, 'ready'],
  correction: (path) => ['correcting', ...path, 'ready'],
  working: (path) => ['draft', 'correcting', ...path, 'ready'],
} satisfies Record<string, (path: readonly Step[]) => readonly Stage[]>

/** Where a move may start: a stage, or a group of stages. */
export type Origin = Stage | keyof typeof stageSets

/** The stages a list of origins means on this path. A step named by itself counts only where the path has it. */
export function stagesOf(origins: readonly Origin[], path: readonly Step[]): Stage[] {
  return origins.flatMap((origin): readonly Stage[] => {
    if (origin in stageSets) return stageSets[origin as keyof typeof stageSets](path)
    const stage = origin as Stage
    return isStep(stage) && !path.includes(stage) ? [] : [stage]
  })
}

/** Where the article stands, as far as destinations depend on it. */
export interface Position {
  stage: Stage
  /** Of this cycle, or the one about to be submitted. */
  path: readonly Step[]
  /** Whether a published or withdrawn article is being worked on: its desk is `correcting`. */
  correcting: boolean
}

/** The places a move may lead to; where there are several the person chooses. */
export const destinations = {
  firstStep: ({ path }) => path.slice(0, 1),
  nextStep: ({ stage, path }) => [path[path.indexOf(stage as Step) + 1] ?? 'ready'],
  firstProof: ({ path }) => [proofsOf(path)[0] ?? 'ready'],
  lastReview: ({ path }) => reviewsOf(path).slice(-1),
  desk: (position) => [desk(position)],
  /** 退回: the desk, or any earlier review. */
  deskOrEarlierReview: (position) => [desk(position), ...before(position).filter(isReview)],
  /** 退改: the proof before, or one of the last two reviews. */
  earlierProofOrReview: (position) => [
    ...before(position).filter(isProof).slice(-1),
    ...reviewsOf(position.path).slice(-2).reverse(),
  ],
} satisfies Record<string, (position: Position) => readonly Stage[]>

/** Where a move leads: a stage, a computed place, or `stay` for a flag. */
export type Destination = Stage | keyof typeof destinations | 'stay'

/** The stages a move may lead to from a position: one, unless the person chooses. */
export function targetsOf(to: Destination, position: Position): readonly Stage[] {
  if (to === 'stay') return [position.stage]
  return to in destinations ? destinations[to as keyof typeof destinations](position) : [to as Stage]
}

function desk({ correcting }: Position): Stage {
  return correcting ? 'correcting' : 'draft'
}

function before({ stage, path }: Position): readonly Step[] {
  return path.slice(0, Math.max(0, path.indexOf(stage as Step)))
}
