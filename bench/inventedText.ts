/** Numbers that look random and are the same every time (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const words = 40_000
const characters = 3_500

/**
 * Words of an invented language written with Han characters, the most frequent first: mostly of two characters. How often
 * a word and a character is used falls off as in real text (Zipf), so that some are in nearly every article, most in few.
 */
export function inventedWords(): string[] {
  const next = numbersFrom(20_261_126)
  const drawCharacter = zipf(characters, next)
  const made = new Set<string>(['的', '了', '在', '是', '和'])
  while (made.size < words) {
    const length = next() < 0.75 ? 2 : next() < 0.6 ? 3 : 4
    // Spread over the block, so that the frequent ones are no neighbours in it.
    made.add(
      Array.from({ length }, () => String.fromCodePoint(0x4e00 + ((drawCharacter() * 5 + 7) % 20_000))).join(
        '',
      ),
    )
  }
  return [...made]
}

/** Draws 0, 1, 2, … ever more rarely: the nth about 1/n as often as the first. */
export function zipf(count: number, next: () => number): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 2)
  return () => {
    const wanted = next() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sums[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Writes articles of these words: a headline and paragraphs, some 200 to 900 characters. */
export function articleWriter(
  vocabulary: readonly string[],
  seed: number,
): () => { headline: string; paragraphs: string[] } {
  const next = numbersFrom(seed)
  const draw = zipf(vocabulary.length, next)
  const sentence = (length: number) => Array.from({ length }, () => vocabulary[draw()]!).join('')
  return () => ({
    headline: sentence(5 + Math.floor(next() * 4)),
    paragraphs: Array.from({ length: 2 + Math.floor(next() * 5) }, () =>
      Array.from(
        { length: 2 + Math.floor(next() * 4) },
        () => `${sentence(8)}，${sentence(6 + Math.floor(next() * 8))}。`,
      ).join(''),
    ),
  })
}
