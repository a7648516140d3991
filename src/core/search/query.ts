import { elementsOf } from './elements.ts'

/** A run of elements that must stand next to one another. */
export type Phrase = readonly string[]

/** What was asked for: every phrase must be found, wherever in the article. */
export interface SearchWords {
  phrases: readonly Phrase[]
}

/** Why a text cannot be searched for: nothing was typed; only punctuation was; it is too long; it is too many words. */
export type QueryProblem = 'empty' | 'punctuation' | 'long' | 'many'

/** UTF-16 units of a query. */
export const longestQuery = 200
/** Phrases of a query. */
export const mostPhrases = 16

/** Which quotation marks end what one begins; German ends with what English begins. */
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '”“', '«': '»' }
const straight = '"＂'

/**
 * Reads what a reader typed. Spaces part phrases, double quotes of any shape keep them together; one without its other is as good
 * as not there. There are no operators: whatever else is typed is text.
 */
export function readQuery(text: string): SearchWords | { problem: QueryProblem } {
  if (text.length > longestQuery) return { problem: 'long' }
  if (text.trim() === '') return { problem: 'empty' }
  const phrases = new Map<string, Phrase>()
  for (const part of partsOf(text)) {
    const phrase = elementsOf(part).map((element) => element.text)
    if (phrase.length > 0) phrases.set(phrase.join(' '), phrase)
  }
  if (phrases.size === 0) return { problem: 'punctuation' }
  if (phrases.size > mostPhrases) return { problem: 'many' }
  return { phrases: [...phrases.values()] }
}

/** Straight quotes stand round a phrase; curly ones may stand inside one, as in “双减”政策. */
function partsOf(text: string): string[] {
  const parts: string[] = ['']
  const quotes = pairedQuotes(text)
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const [character, quote] = [text[at]!, quotes.get(at)]
    depth += quote?.step ?? 0
    if (quote?.parts || (/\s/u.test(character) && depth === 0)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

/** The quotation marks that have their other one, by where they stand: what follows is deeper by one, or less deep. */
function pairedQuotes(text: string): Map<number, { step: 1 | -1; parts: boolean }> {
  const paired = new Map<number, { step: 1 | -1; parts: boolean }>()
  const pair = (start: number, { end, parts }: { end: number; parts: boolean }) =>
    paired.set(start, { step: 1, parts }).set(end, { step: -1, parts })
  let straightAt: number | null = null
  let open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (straight.includes(character)) {
      if (straightAt !== null) pair(straightAt, { end: at, parts: true })
      straightAt = straightAt === null ? at : null
      continue
    }
    const start = open.findLast((one) => closing[text[one]!]!.includes(character))
    if (start !== undefined) {
      pair(start, { end: at, parts: false })
      open = open.filter((one) => one < start)
    } else if (Object.hasOwn(closing, character)) open.push(at)
  }
  return paired
}
