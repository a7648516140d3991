import { fill, type Words } from '../../translations/index.ts'
import type { PlacedBlocker, StageOffer } from './answers.ts'
import { deskMoves, weighty, type DeskMove } from './deskMoves.ts'

/** What the panel of a move can ask for. */
export type MoveAsk = 'reason' | 'publishAt' | 'notice'

/** A move of a page or an issue, as it is shown. */
export interface ShownMove {
  name: string
  word: string
  /** What it means, where it cannot simply be taken back: then its panel says so first. */
  meaning: string | null
  asks: readonly MoveAsk[]
  confirms: boolean
  /** It takes the page or the issue on, and is what somebody most likely came for. */
  onward: boolean
  allowed: boolean
  blockers: readonly PlacedBlocker[]
}

/** Reasons that say that another move's time it is. */
const notItsTime: readonly string[] = ['page.stage', 'issue.stage']

const onward: readonly string[] = ['toProof', 'layOut', 'close', 'sign', 'publish']

const askable: readonly MoveAsk[] = ['publishAt', 'reason', 'notice']

/**
 * The moves of a page or an issue in the order of their life: those that may be made, and those that may not though
 * it is their time. What belongs to single findings of the preflight stands with them.
 */
export function shownMoves(
  offers: readonly StageOffer[],
  { kind, words }: { kind: 'page' | 'issue'; words: Words },
): ShownMove[] {
  return deskMoves[kind].flatMap((name) => {
    const offer = offers.find(({ transition }) => transition === name)
    if (!offer || (!offer.allowed && offer.blockers.some(({ code }) => notItsTime.includes(code)))) return []
    const move = `${kind}.${name}` as DeskMove
    const named: Record<string, string> = words.desk[`${kind}Transitions`]
    const plain = named[name] ?? name
    const word = offer.confirms ? fill(words.board['do.confirm'], { move: plain }) : plain
    const weight = weighty.find((one) => one === move)
    return [
      {
        name,
        word,
        meaning: weight ? words.board[`means.${weight}`] : null,
        asks: offer.confirms ? [] : askable.filter((ask) => offer.needs.includes(ask)),
        confirms: offer.confirms,
        onward: onward.includes(name) || offer.confirms,
        allowed: offer.allowed,
        blockers: offer.blockers,
      },
    ]
  })
}
