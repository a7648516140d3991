import { openingWords } from './openingWords.ts'

/** 电头: of whom, from where and when a text is. */
export interface Dateline {
  agency: string | null
  place: string | null
  date: string | null
}

/** Longer than any agency or place. */
const opening = 24

/** As it is printed before a text: `新华社 北京 10月24日`. Null where there is none. */
export function datelineOf({ agency, place, date }: Dateline): string | null {
  return [agency, place, date].filter(Boolean).join(' ') || null
}

/**
 * As it is to be set before a text: not before one that begins with it itself, as a text does that was read from a page.
 * @param body Lexical JSON
 */
export function datelineBefore(dateline: Dateline, body: unknown): string | null {
  const first = dateline.agency || dateline.place || dateline.date
  const text = openingWords(body, opening).replace(/^[\s（(［【〔]+/, '')
  return first && text.startsWith(first) ? null : datelineOf(dateline)
}
