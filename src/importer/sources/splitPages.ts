import { fold } from '../../core/transcript/fold.ts'
import { readFolioLine } from '../../core/transcript/folio.ts'
import { furnitureKind } from '../../core/transcript/furniture.ts'
import type { PagePart } from '../types.ts'

/** A page has at least this many lines of text; nearer folio lines belong to one page. */
const shortestPage = 3

/**
 * Parts a file that holds several pages at its folio lines (第3版 … 2021年10月9日): at each of them when the file
 * begins with one, after each when it ends with one. A file with one page, or without a rule to go by, stays whole.
 */
export function splitPages(text: string): PagePart[] {
  const whole = [{ text, linesBefore: 0 }]
  const lines = text.split('\n')
  const full = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const folios = findFolios(lines, full)
  if (folios.length < 2) return whole
  const atHead = full.filter((at) => at < folios[0]!).length <= 2
  const atFoot = full.filter((at) => at > folios.at(-1)!).length <= 2
  if (!atHead && !atFoot) return whole
  const starts = atHead ? [0, ...folios.slice(1)] : [0, ...folios.slice(0, -1).map((at) => at + 1)]
  const parts = starts.map((start, index) => ({ start, end: starts[index + 1] ?? lines.length }))
  const tooShort = parts.some(
    ({ start, end }) => full.filter((at) => at >= start && at < end).length < shortestPage,
  )
  if (tooShort) return whole
  return parts.map(({ start, end }) => ({ text: lines.slice(start, end).join('\n'), linesBefore: start }))
}

/** Lines that name a page for the first time, by index; none when a number comes back after another one. */
function findFolios(lines: readonly string[], full: readonly number[]): number[] {
  const found: { at: number; page: string }[] = []
  for (const at of full) {
    const line = lines[at]!
    // Folio lines are short; folding the whole text of a page twice would cost more than reading it.
    if (line.length > 90) continue
    const folded = fold(line).trim()
    if (furnitureKind(folded) !== 'folio') continue
    const page = readFolioLine(folded)?.page
    if (page && found.at(-1)?.page !== page) found.push({ at, page })
  }
  const numbers = new Set(found.map(({ page }) => page))
  return numbers.size === found.length ? found.map(({ at }) => at) : []
}
