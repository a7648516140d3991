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

const opening = '“„«'
const closing = '”»'

/**
 * Reads what a reader typed. Spaces part phrases, double quotes of any shape keep them together. There are no operators:
 * whatever else is typed is text.
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
  let straight = false
  let curly = 0
  for (const character of text) {
    if (character === '"') {
      straight = !straight
      parts.push('')
    } else if (/\s/u.test(character) && !straight && curly === 0) parts.push('')
    else {
      if (opening.includes(character)) curly += 1
      else if (closing.includes(character)) curly = Math.max(0, curly - 1)
      parts[parts.length - 1] += character
    }
  }
  return parts
}
