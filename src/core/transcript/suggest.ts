import { dayExists, isoDate, readFullDate, readPrintedDate } from './dates.ts'
import { fold } from './fold.ts'
import { readPageNumber } from './numbers.ts'
import type { PageReading, Suggestion } from './types.ts'

/** A page whose number is looked for: its reading, and its file's name if it came from one. */
export interface UnnumberedPage {
  reading: PageReading
  fileName?: string
}

const inName =
  /(?:^|[^a-z0-9])p(?:age)?[-_ ]?(\d{1,3})(?:[^0-9]|$)|(?:^|[^a-z0-9])([a-h]\d{1,2})(?:[^0-9a-z]|$)|第?([\d一二三四五六七八九十]{1,3})版/i

/** The page number a file name states outright: p03, A03, 03版, 第3版. A bare leading serial is none. */
export function pageFromFileName(fileName: string): string | null {
  const base = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const match = inName.exec(fold(base))
  return match ? readPageNumber((match[1] ?? match[2] ?? match[3])!) : null
}

/**
 * A page number for each page of one issue, best source first: its folio, its file name, the jump lines of the
 * pages, the order. A page that says 下转第3版 is not page 3; the page a jump leads to is one that lies behind it.
 * Each suggestion says where it comes from. No number is given twice.
 */
export function suggestPages(pages: readonly UnnumberedPage[]): Suggestion[] {
  const found: (Suggestion | null)[] = pages.map(({ reading, fileName }) => {
    const { folio } = reading
    if (folio?.page)
      return suggestion(folio.page, { source: 'folio', confidence: 0.98, reading, lines: [folio.line] })
    const named = fileName === undefined ? null : pageFromFileName(fileName)
    return named
      ? { value: named, source: 'fileName', confidence: 0.9, evidence: [{ line: 0, text: fileName! }] }
      : null
  })
  const taken = (): Set<string> => new Set(found.flatMap((one) => (one ? [one.value] : [])))
  fromJumps(pages, found, taken)
  let next = 1
  return found.map((one, index) => {
    if (one) return one
    const { reading } = pages[index]!
    const named = new Set(reading.articles.flatMap(({ jumpTo, jumpFrom }) => [jumpTo?.page, jumpFrom?.page]))
    const used = taken()
    while (used.has(String(next)) || named.has(String(next))) next++
    const result: Suggestion = { value: String(next), source: 'order', confidence: 0.4, evidence: [] }
    found[index] = result
    next++
    return result
  })
}

/** The number of one page by itself; order puts it first. */
export function suggestPage(reading: PageReading, fileName?: string): Suggestion {
  return suggestPages([fileName === undefined ? { reading } : { reading, fileName }])[0]!
}

/** Gives the number that a page's jump names to the only unnumbered later page it can lead to, and back. */
function fromJumps(
  pages: readonly UnnumberedPage[],
  found: (Suggestion | null)[],
  taken: () => Set<string>,
): void {
  for (const [index, { reading }] of pages.entries()) {
    for (const [article, { jumpTo, jumpFrom }] of reading.articles.entries()) {
      const jump = jumpTo ?? jumpFrom
      if (!jump || taken().has(jump.page)) continue
      const rank = (other: number): number =>
        likeness(pages[index]!.reading, { article, other: pages[other]!.reading })
      const open = pages
        .map((_, other) => other)
        .filter((other) => other !== index && found[other] === null)
        .filter((other) => (jumpTo ? other > index : other < index))
        .filter((other) => !names(pages[other]!.reading).has(jump.page))
        .sort((one, other) => rank(other) - rank(one))
      const best = open[0]
      if (best === undefined) continue
      if (open.length > 1 && rank(best) < 0.15) continue
      found[best] = suggestion(jump.page, { source: 'jump', confidence: 0.7, reading, lines: [jump.line] })
    }
  }
}

const names = (reading: PageReading): Set<string> =>
  new Set(
    reading.articles.flatMap(({ jumpTo, jumpFrom }) =>
      [jumpTo?.page, jumpFrom?.page].filter((page) => page !== undefined),
    ),
  )

/** How much of an article's headline the other page's text holds, 0 to 1. */
function likeness(reading: PageReading, { article, other }: { article: number; other: PageReading }): number {
  const headline = fold(reading.articles[article]!.headline ?? '').replace(/[^\u3400-\u9fff]/g, '')
  if (headline.length < 4) return 0
  const text = other.lines.map((line) => line.text).join('\n')
  let held = 0
  for (let at = 0; at + 1 < headline.length; at++) if (text.includes(headline.slice(at, at + 2))) held++
  return held / (headline.length - 1)
}

function suggestion(
  value: string,
  {
    source,
    confidence,
    reading,
    lines,
  }: { source: Suggestion['source']; confidence: number; reading: PageReading; lines: number[] },
): Suggestion {
  return {
    value,
    source,
    confidence,
    evidence: lines.map((line) => ({ line, text: reading.lines[line - 1]?.text.trim() ?? '' })),
  }
}

/**
 * A date for the issue of a page, from its folio, else from the datelines: the latest dateline day, and the day
 * after it where a printed year is found with it. Null where the text names none with a year.
 */
export function suggestDate(reading: PageReading): Suggestion | null {
  const { folio } = reading
  if (folio?.date) {
    const line = reading.lines.find(({ text }) => readFullDate(fold(text)) === folio.date)?.line ?? folio.line
    return suggestion(folio.date, { source: 'folio', confidence: 0.97, reading, lines: [line] })
  }
  const years: { year: number; line: number }[] = []
  const days: { month: number; day: number; line: number }[] = []
  for (const { line, text, role } of reading.lines) {
    if (role === 'blank') continue
    const folded = fold(text)
    for (const match of folded.matchAll(/(?:19|20)\d{2}(?=年)/g)) years.push({ year: Number(match[0]), line })
    if (role !== 'datelineParagraph') continue
    const date = readPrintedDate(folded.slice(0, 60))
    if (date) days.push({ month: date.month, day: date.day, line })
  }
  if (days.length === 0 || years.length === 0) return null
  const last = days.reduce((one, other) =>
    other.month * 31 + other.day > one.month * 31 + one.day ? other : one,
  )
  const counted = new Map<number, number>()
  for (const { year } of years) counted.set(year, (counted.get(year) ?? 0) + 1)
  const year = Math.max(
    ...[...counted].filter(([, times]) => times >= Math.max(...counted.values()) / 3).map(([one]) => one),
  )
  const next = dayAfter(year, last.month, last.day)
  if (!next) return null
  const lines = [last.line, years.findLast((one) => one.year === year)!.line]
  return suggestion(next, { source: 'dateline', confidence: 0.5, reading, lines })
}

function dayAfter(year: number, month: number, day: number): string | null {
  if (!dayExists(year, month, day)) return null
  if (dayExists(year, month, day + 1)) return isoDate(year, month, day + 1)
  return month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1)
}
