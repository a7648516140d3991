import { foldUnit } from './fold.ts'

const words = 128
const bits = words * 32 - 1

/** Which pairs of Chinese characters each line holds, as one bit set a line, for asking how much two lines share. */
export interface PairSets {
  /** Share (0 to 1) of the pairs of line `index` that the lines `from` to `to` (exclusive) hold too; 0 for no pairs. */
  shared(index: number, from: number, to: number): number
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

/** Builds the sets for the folded texts of a page's lines; a text's first 600 units count. */
export function pairSets(texts: readonly string[]): PairSets {
  const sets = new Uint32Array(texts.length * words)
  const hashes: Uint16Array[] = []
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]!
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
        const hash = (Math.imul(before, 31) ^ Math.imul(unit, 0x9e3b)) & bits
        list[count++] = hash
        sets[index * words + (hash >> 5)]! |= 1 << (hash & 31)
      }
      before = unit
    }
    hashes.push(list.subarray(0, count))
  }
  return {
    shared(index, from, to) {
      const list = hashes[index]!
      const first = Math.max(0, from)
      const last = Math.min(texts.length, to)
      if (list.length === 0 || first >= last) return 0
      let common = 0
      for (const hash of list) {
        const word = hash >> 5
        const bit = 1 << (hash & 31)
        for (let line = first; line < last; line++) {
          if (sets[line * words + word]! & bit) {
            common++
            break
          }
        }
      }
      return common / list.length
    },
  }
}
