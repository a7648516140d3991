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

/** Where each pair was last met, as a running number: a scratch table that is never read across two texts. */
const seen = new Int32Array(size)
let epoch = 100
const scratch = new Uint16Array(600)

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
  if (epoch > 0x3fffffff) {
    seen.fill(0)
    epoch = 100
  }
  // Line `at` of this text has the number epoch + at; anything lower than epoch is from another text.
  for (let at = 0; at < total; at++) {
    const list = lists[at]!
    const floor = Math.max(epoch, epoch + at - reach)
    let back = 0
    let near = 0
    for (let index = 0; index < list.length; index++) {
      const last = seen[list[index]!]!
      if (last >= floor && last < epoch + at) {
        back++
        if (last === epoch + at - 1) near++
      }
    }
    result.back[at] = back
    result.near[at] = near
    if (at + 1 < total) {
      const next = lists[at + 1]!
      let over = 0
      for (let index = 0; index < next.length; index++) if (seen[next[index]!]! >= floor) over++
      result.over[at] = over
    }
    for (let index = 0; index < list.length; index++) seen[list[index]!] = epoch + at
  }
  epoch += total + reach + 10
  for (let at = total - 1; at >= 0; at--) {
    const list = lists[at]!
    // Counted backwards, so that what stands behind has the lower number.
    const own = epoch + (total - 1 - at)
    let forth = 0
    for (let index = 0; index < list.length; index++) {
      const last = seen[list[index]!]!
      if (last >= epoch && last < own && last >= own - 2) forth++
    }
    result.forth[at] = forth
    for (let index = 0; index < list.length; index++) seen[list[index]!] = own
  }
  epoch += total + reach + 10
  return result
}

function uncommon(text: string, common: CommonPairs): Uint16Array {
  const length = Math.min(text.length, 600)
  const list = scratch
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
  return list.slice(0, count)
}
