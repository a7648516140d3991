import { openingWords } from './openingWords.ts'

const longest = 24

/**
 * A name for the staff's lists: the headline, else the kicker, else, in brackets, how the text begins.
 * It never reaches the public, so that no headline is invented.
 */
export function articleTitle(article: {
  headline?: unknown
  kicker?: unknown
  /** Lexical JSON. */
  body?: unknown
}): string {
  const headline = [article.headline, article.kicker].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  )
  return headline ?? `［${openingWords(article.body, longest) || '…'}］`
}
