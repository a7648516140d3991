import type { BlockerCode, Need, Stage, TransitionName } from '../../core/workflow/index.ts'
import type { AnsweredOffer } from './answers.ts'

/** What an input panel can ask for: what the rule book needs, and what a decision may say besides. */
export type Ask = Need | 'errors' | 'opinionOptional' | 'reasonOptional'

/** The moves by which an article goes on its way, in the order of its life. */
const onward = [
  'submit',
  'submitCorrection',
  'pass',
  'signOff',
  'proof',
  'republish',
  'correct',
  'unspike',
  'reinstate',
] as const satisfies readonly TransitionName[]

/** The moves back. Alt+R is the first that may be made. */
const back = ['return', 'proofReturn', 'recall', 'reopen'] as const satisfies readonly TransitionName[]

/** Made at once: they ask for nothing and are as easily taken back. */
const atOnce: readonly TransitionName[] = ['submit', 'recall', 'release']

const optional: Partial<Record<TransitionName, readonly Ask[]>> = {
  pass: ['opinionOptional'],
  signOff: ['opinionOptional'],
  proof: ['errors', 'opinionOptional'],
  reopen: ['reasonOptional'],
  hold: ['reasonOptional'],
}

/** Reasons that say "this is not about this article now", rather than "not yet" or "not you". */
const besidesThePoint: readonly BlockerCode[] = [
  'stage.wrong',
  'live.not',
  'live.already',
  'reinstatement.none',
  'held.no',
  'flag.none',
]

/** The offers in the order in which they are shown. */
export interface Buttons {
  /** The move that takes the article on. */
  main: AnsweredOffer | null
  back: AnsweredOffer[]
  more: AnsweredOffer[]
  /** Another person's request that this user may confirm. */
  confirm: AnsweredOffer | null
  /** Moves that matter here and are refused. */
  refused: AnsweredOffer[]
}

/** Sorts the offers of the API into buttons and reasons. */
export function buttonsOf(offers: readonly AnsweredOffer[]): Buttons {
  const fitting = offers.filter(applies)
  const allowed = fitting.filter((offer) => offer.allowed)
  const confirm = allowed.find((offer) => offer.confirms) ?? null
  const named = (names: readonly TransitionName[]) =>
    names.flatMap((name) => allowed.filter((offer) => offer.transition === name && !offer.confirms))
  // An open doubt holds the text up: settling it is what takes the article on.
  const main = named(onward)[0] ?? named(['acceptFlag'])[0] ?? null
  const backwards = named(back)
  const shown = [main, confirm, ...backwards]
  return {
    ...{ main, confirm, back: backwards },
    more: allowed.filter((offer) => !shown.includes(offer)),
    refused: fitting.flatMap(refusal),
  }
}

/** What the panel of a move asks for; null when the move is made at once. */
export function asksOf({ transition, needs, confirms }: AnsweredOffer): readonly Ask[] | null {
  if (atOnce.includes(transition)) return null
  return confirms ? needs : [...needs, ...(optional[transition] ?? [])]
}

/** Whether the move leads to another stage: then it is about the text, and the text has to be saved. */
export function leavesStage(transition: TransitionName): boolean {
  return !stays.includes(transition)
}

const stays: readonly TransitionName[] = [
  ...(['hold', 'release', 'assign', 'setDue', 'setFiling', 'setEmbargo', 'acceptFlag'] as const),
]

/** Where a move leads when nobody has to choose. */
export function destinationOf(offer: AnsweredOffer, path: readonly Stage[], stage: Stage): Stage | null {
  switch (offer.transition) {
    case 'submit':
    case 'submitCorrection':
      return path[0] ?? null
    case 'pass':
    case 'signOff':
    case 'proof':
      return path[path.indexOf(stage) + 1] ?? 'ready'
    case 'override':
      return path.find((step) => step.startsWith('proof')) ?? 'ready'
    case 'reopen':
      return path.findLast((step) => step.startsWith('review')) ?? null
    case 'recall':
    case 'unspike':
      return 'draft'
    case 'spike':
      return 'spiked'
    case 'republish':
    case 'abandon':
      return 'published'
    case 'correct':
    case 'reinstate':
      return 'correcting'
    case 'withdraw':
    case 'abandonReinstatement':
      return 'withdrawn'
    default:
      return null
  }
}

function applies({ transition, blockers }: AnsweredOffer): boolean {
  if (transition === 'hold' && blockers.some(({ code }) => code === 'held.yes')) return false
  return !blockers.some(({ code }) => besidesThePoint.includes(code))
}

/** A refused move that matters, with the reasons that do. */
function refusal(offer: AnsweredOffer): AnsweredOffer[] {
  if (offer.allowed) return []
  // Publishing is the system's: of an article that cannot appear only the other reasons are of interest.
  const blockers = offer.blockers.filter(({ code }) => offer.transition !== 'publish' || code !== 'who.role')
  const expected = [...onward, 'return', 'proofReturn'] as readonly TransitionName[]
  const notTheirs = blockers.some(({ code }) => code.startsWith('who.'))
  if (blockers.length === 0 || (notTheirs && !expected.includes(offer.transition))) return []
  return [{ ...offer, blockers }]
}
