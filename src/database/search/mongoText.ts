import { joinedPhrase, tiers, type Phrase, type Tier } from '../../core/search/index.ts'
import { partBreak, type Entry, type Filter } from './mongoCollections.ts'

/** An entry that matches, with its tier if that was looked at. */
export interface Found extends Entry {
  tier: Tier | null
}

/** How many bytes part two parts of a text. */
const breakLength = Buffer.byteLength(partBreak)

/** What is read of an entry, with the bytes at which its text is parted and at which each phrase first stands. */
export function whereFound(phrases: readonly Phrase[]): object {
  const indexOf = (text: string, ...from: object[]) => ({ $indexOfBytes: ['$text', text, ...from] })
  const after = (at: object) => indexOf(partBreak, { $add: [at, breakLength] })
  const [first, second] = [indexOf(partBreak), after(indexOf(partBreak))]
  return {
    ...{ at: 1, publication: 1, pages: 1, authors: 1 },
    ...{
      breaks: [first, second, after(second)],
      starts: phrases.map((phrase) => indexOf(joinedPhrase(phrase))),
    },
  }
}

/** The best tier that holds all phrases, of an entry that was read with `whereFound`. */
export function tierOf({ breaks, starts }: Entry): Tier {
  const last = Math.max(...starts!)
  // A tier ends where a part of the text does.
  return tiers[breaks!.filter((at) => at < last).length]!
}

/** Each tier holds those before it. */
export function isWithin(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(other) <= tiers.indexOf(tier)
}

/** Whether a phrase stands in a tier. Neither its elements nor what parts them mean anything in a pattern. */
export function holds(tier: Tier, phrase: Phrase): Filter {
  const last = tier === 'anywhere' ? undefined : tiers.indexOf(tier)
  const before = last === undefined ? '' : `^(?:[^${partBreak}]*${partBreak}){0,${last}}[^${partBreak}]*`
  return { text: { $regex: before + joinedPhrase(phrase) } }
}
