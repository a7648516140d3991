/** Beyond this many differences an exact figure helps nobody and costs too much. */
const limit = 500

/**
 * How many characters were put in, taken out or exchanged (Levenshtein). Exact up to 500; a text with more
 * differences counts as rewritten: the length of the longer. Time grows with length × differences (Ukkonen 1985).
 */
export function editDistance(before: readonly string[], after: readonly string[]): number {
  const [a, b] = withoutCommonEnds(before, after)
  const longer = Math.max(a.length, b.length)
  if (a.length === 0 || b.length === 0) return longer
  // furthest[k]: how far one gets in `a` on the diagonal k (position in b minus position in a).
  let furthest = new Map([[0, slide({ a, b, diagonal: 0, from: 0 })]])
  for (let edits = 0; edits <= Math.min(limit, longer); edits++) {
    if ((furthest.get(b.length - a.length) ?? -1) >= a.length) return edits
    const next = new Map<number, number>()
    for (let k = -edits - 1; k <= edits + 1; k++) {
      const from = Math.max(
        (furthest.get(k) ?? -Infinity) + 1, // exchanged
        furthest.get(k - 1) ?? -Infinity, // put in
        (furthest.get(k + 1) ?? -Infinity) + 1, // taken out
      )
      const start = Math.min(from, a.length, b.length - k)
      if (start >= 0 && start + k >= 0) next.set(k, slide({ a, b, diagonal: k, from: start }))
    }
    furthest = next
  }
  return longer
}

interface Slide {
  a: readonly string[]
  b: readonly string[]
  diagonal: number
  from: number
}

function slide({ a, b, diagonal, from }: Slide): number {
  let at = from
  while (at < a.length && at + diagonal < b.length && a[at] === b[at + diagonal]) at++
  return at
}

function withoutCommonEnds<T>(a: readonly T[], b: readonly T[]): [readonly T[], readonly T[]] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}
