import { foldUnit } from './fold.ts'

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

/** Measures the folded texts of a page's lines; a text's first 600 units count. */
export function cohesionOf(texts: readonly string[], common: CommonPairs): Cohesion {
  const total = texts.length
  const lists = texts.map((text) => uncommon(text, common))
  const result: Cohesion = {
    back: new Uint16Array(total),
    near: new Uint16Array(total),
    over: new Uint16Array(total),
    forth: new Uint16Array(total),
    own: Uint16Array.from(lists, ({ length }) => length),
  }
  const seen = new Int32Array(size).fill(-100)
  for (let at = 0; at < total; at++) {
    for (const hash of lists[at]!) {
      const last = seen[hash]!
      if (last >= at - reach && last < at) result.back[at]!++
      if (last === at - 1) result.near[at]!++
    }
    if (at + 1 < total) for (const hash of lists[at + 1]!) if (seen[hash]! >= at - reach) result.over[at]!++
    for (const hash of lists[at]!) seen[hash] = at
  }
  seen.fill(-100)
  for (let at = total - 1; at >= 0; at--) {
    const list = lists[at]!
    for (const hash of list) if (seen[hash]! > at && seen[hash]! <= at + 2) result.forth[at]!++
    for (const hash of list) seen[hash] = at
  }
  return result
}

function uncommon(text: string, common: CommonPairs): Uint16Array {
  const length = Math.min(text.length, 600)
  const list = new Uint16Array(length)
  let count = 0
  let before = 0
  for (let at = 0; at < length; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (!isHan(unit)) {
      before = 0
      continue
    }
    if (before !== 0) {
      const hash = hashOf(before, unit)
      if (common[hash] === 0) list[count++] = hash
    }
    before = unit
  }
  return list.subarray(0, count)
}
