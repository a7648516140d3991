/** An article on a page as text: of the transcript that was, or of the one that is. */
export interface PartText {
  headline: string | null
  /** All its lines. */
  text: string
}

/** Below this two texts are not the same article, however alike their places. */
const threshold = 0.35

/**
 * Finds which article of a changed transcript was which before: by text in common, headline and place. Each is
 * matched once at most, the surest pairs first.
 * @returns for each of `now` the index in `before`, or null
 */
export function matchParts(before: readonly PartText[], now: readonly PartText[]): (number | null)[] {
  const pairsBefore = before.map(pairsIn)
  const pairsNow = now.map(pairsIn)
  const candidates: { one: number; other: number; score: number }[] = []
  for (const [one, part] of now.entries()) {
    for (const [other, old] of before.entries()) {
      const overlap = common(pairsNow[one]!, pairsBefore[other]!)
      const headline = sameHeadline(part, old)
      const distance = Math.abs(one - other) / Math.max(now.length, before.length)
      const score = 0.65 * overlap + (headline ? 0.25 : 0) + 0.1 * (1 - distance)
      // A headline alone is not enough: columns carry the same one every day.
      if (score >= threshold && overlap >= (headline ? 0.1 : 0.3)) candidates.push({ one, other, score })
    }
  }
  candidates.sort((a, b) => b.score - a.score)
  const matches: (number | null)[] = now.map(() => null)
  const taken = new Set<number>()
  for (const { one, other } of candidates) {
    if (matches[one] !== null || taken.has(other)) continue
    matches[one] = other
    taken.add(other)
  }
  return matches
}

function sameHeadline(one: PartText, other: PartText): boolean {
  return bare(one.headline ?? '') !== '' && bare(one.headline ?? '') === bare(other.headline ?? '')
}

/** Without layout, and full-width forms as plain ones. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** Pairs of neighbouring characters. The headline counts by itself. */
function pairsIn({ headline, text }: PartText): Set<string> {
  const rest = headline ? bare(text).replace(bare(headline), '') : bare(text)
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < rest.length; at++) pairs.add(rest.slice(at, at + 2))
  return pairs
}

/** Share of the pairs of both that both have, 0 to 1 (Dice). */
function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  return (2 * shared) / (one.size + other.size)
}
