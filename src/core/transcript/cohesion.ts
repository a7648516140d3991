const size = 1 << 16
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff
const hashOf = (one: number, other: number): number =>
  (Math.imul(one, 0x9e35) ^ Math.imul(other, 0x79b9) ^ (other << 7)) & (size - 1)

/** Pairs of characters so common that sharing them says nothing, as a table by hash. */
export type CommonPairs = Uint8Array

/** Makes the table from pairs written one after the other. */
export function commonPairs(pairs: string): CommonPairs {
  const table = new Uint8Array(size)
  for (let at = 0; at + 1 < pairs.length; at += 2)
    table[hashOf(pairs.charCodeAt(at), pairs.charCodeAt(at + 1))] = 1
  return table
}

/** How much the words of each line of a page live on around it, in uncommon pairs of Chinese characters. */
export interface Cohesion {
  /** Pairs of the line that the six lines before it hold too. */
  back: Uint16Array
  /** Of these, how many the line directly before it holds. */
  near: Uint16Array
  /** Pairs of the next line that the six lines before this one hold: what reaches over this line. */
  over: Uint16Array
  /** Pairs of the line that the two lines behind it hold too. */
  forth: Uint16Array
  /** Pairs of the line. */
  own: Uint16Array
}

const reach = 6
/** A text's first units that count. */
const mostUnits = 600

/** Where each pair was last met, as a running number: a scratch table that is never read across two texts. */
const seen = new Int32Array(size)
let epoch = 100

/** Measures the folded texts of a page's lines; a text's first 600 units count. */
export function cohesionOf(texts: readonly string[], common: CommonPairs): Cohesion {
  const total = texts.length
  const { pairs, ends } = uncommonPairs(texts, common)
  const result: Cohesion = {
    back: new Uint16Array(total),
    near: new Uint16Array(total),
    over: new Uint16Array(total),
    forth: new Uint16Array(total),
    own: new Uint16Array(total),
  }
  if (epoch > 0x3fffffff) {
    seen.fill(0)
    epoch = 100
  }
  // Line `at` of this text has the number epoch + at; anything lower than epoch is from another text.
  for (let at = 0; at < total; at++) {
    const [from, to] = [ends[at]!, ends[at + 1]!]
    const own = epoch + at
    const floor = Math.max(epoch, own - reach)
    let back = 0
    let near = 0
    for (let index = from; index < to; index++) {
      const last = seen[pairs[index]!]!
      if (last >= floor && last < own) {
        back++
        if (last === own - 1) near++
      }
    }
    result.own[at] = to - from
    result.back[at] = back
    result.near[at] = near
    if (at + 1 < total) {
      const behind = ends[at + 2]!
      let over = 0
      for (let index = to; index < behind; index++) if (seen[pairs[index]!]! >= floor) over++
      result.over[at] = over
    }
    for (let index = from; index < to; index++) seen[pairs[index]!] = own
  }
  epoch += total + reach + 10
  for (let at = total - 1; at >= 0; at--) {
    const [from, to] = [ends[at]!, ends[at + 1]!]
    // Counted backwards, so that what stands behind has the lower number.
    const own = epoch + (total - 1 - at)
    const floor = Math.max(epoch, own - 2)
    let forth = 0
    for (let index = from; index < to; index++) {
      const last = seen[pairs[index]!]!
      if (last >= floor && last < own) forth++
    }
    result.forth[at] = forth
    for (let index = from; index < to; index++) seen[pairs[index]!] = own
  }
  epoch += total + reach + 10
  return result
}

/** The uncommon pairs of all texts one after the other, by hash; those of text `at` from `ends[at]` to `ends[at + 1]`. */
function uncommonPairs(
  texts: readonly string[],
  common: CommonPairs,
): { pairs: Uint16Array; ends: Uint32Array } {
  let most = 0
  for (const { length } of texts) most += Math.min(length, mostUnits)
  const pairs = new Uint16Array(most + 1)
  const ends = new Uint32Array(texts.length + 1)
  let count = 0
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]!
    const length = Math.min(text.length, mostUnits)
    let before = 0
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at)
      if (!isHan(unit)) {
        before = 0
        continue
      }
      if (before !== 0) {
        const hash = hashOf(before, unit)
        // Without a branch, which would be guessed wrong half the time: what is common is written over.
        pairs[count] = hash
        count += 1 - common[hash]!
      }
      before = unit
    }
    ends[index + 1] = count
  }
  return { pairs, ends }
}
