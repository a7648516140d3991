import { openingWords } from './openingWords.ts'

/** Longer than any agency or place. */
const opening = 24

/**
 * 电头 as it is set before a text, such as `新华社 北京 10月24日`. Null where there is none, or where the text begins with it itself, as
 * a text does that was read from a page.
 * @param body Lexical JSON
 */
export function datelineBefore(
  { agency, place, date }: { agency: string | null; place: string | null; date: string | null },
  body: unknown,
): string | null {
  const parts = [agency, place, date].filter((part) => part !== null && part !== '')
  const [first] = parts
  if (!first) return null
  const begins = openingWords(body, opening)
    .replace(/^[\s（(［【〔]+/, '')
    .startsWith(first)
  return begins ? null : parts.join(' ')
}
