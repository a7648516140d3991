import { elementsOf, type Element } from './elements.ts'
import type { Phrase } from './query.ts'

/** A stretch of a text, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** A piece of text as it was printed, and what to set off in it. Plain text: whoever shows it escapes it. */
export interface Snippet {
  text: string
  marks: Range[]
  /** Text was left out before it, or after it. */
  cutBefore: boolean
  cutAfter: boolean
}

/** How many elements are shown before and after what was found. */
const before = 24
const after = 56

/** A whole text with what was found in it. */
export function highlight(text: string, phrases: readonly Phrase[]): Snippet {
  const marks = merge(rangesIn(elementsOf(text), phrases).map(({ start, end }) => ({ start, end })))
  return { text, marks, cutBefore: false, cutAfter: false }
}

/**
 * The most telling piece of some paragraphs: from the one that has most of what was asked for, the part round the first
 * of it; when nothing stands in any, how the first begins. Null when there is no text.
 */
export function snippetOf(paragraphs: readonly string[], phrases: readonly Phrase[]): Snippet | null {
  let best: Read | null = null
  for (const text of paragraphs) {
    if (text.trim() === '') continue
    const elements = elementsOf(text)
    const ranges = rangesIn(elements, phrases)
    const kinds = new Set(ranges.map(({ phrase }) => phrase)).size
    if (best === null || kinds > best.kinds) best = { text, elements, ranges, kinds }
    // No other can have more.
    if (kinds === phrases.length) break
  }
  if (best === null) return null
  const { text, elements, ranges } = best
  const found = ranges[0]?.element ?? 0
  const first = Math.max(0, found - before)
  const last = Math.min(elements.length - 1, found + after)
  // Punctuation at the very ends belongs to the text that is shown whole.
  const start = first === 0 ? 0 : elements[first]!.start
  const end = last === elements.length - 1 ? text.length : elements[last]!.end
  const marks = merge(ranges)
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start }))
  return { text: text.slice(start, end), marks, cutBefore: start > 0, cutAfter: end < text.length }
}

interface Read {
  text: string
  elements: readonly Element[]
  ranges: readonly Found[]
  /** How many different phrases stand in it. */
  kinds: number
}

interface Found extends Range {
  /** Which phrase, and at which element it begins. */
  phrase: number
  element: number
}

/** Every place where a phrase stands, in the order of the text. Read for each article that is shown: plain loops are quickest. */
function rangesIn(elements: readonly Element[], phrases: readonly Phrase[]): Found[] {
  const found: Found[] = []
  for (let element = 0; element < elements.length; element += 1) {
    for (let phrase = 0; phrase < phrases.length; phrase += 1) {
      const length = lengthAt(elements, element, phrases[phrase]!)
      if (length === 0) continue
      const [{ start }, { end }] = [elements[element]!, elements[element + length - 1]!]
      found.push({ start, end, phrase, element })
    }
  }
  return found
}

/** How many elements the phrase has if it stands there, else 0. */
function lengthAt(elements: readonly Element[], start: number, phrase: Phrase): number {
  for (let at = 0; at < phrase.length; at += 1) if (elements[start + at]?.text !== phrase[at]) return 0
  return phrase.length
}

/** In order, what overlaps or touches joined. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
