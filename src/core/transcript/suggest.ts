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
 * A date for the issue of one or several pages: the one its folio prints, else the day after the latest dateline,
 * with the year that the pages print last. Null where they name no day, or no year. The evidence names lines of the
 * page that says so; for several pages, of the first that does.
 */
export function suggestDate(reading: PageReading | readonly PageReading[]): Suggestion | null {
  const readings = 'lines' in reading ? [reading] : reading
  for (const one of readings) {
    if (!one.folio?.date) continue
    const { folio } = one
    const line = one.lines.find(({ text }) => readFullDate(fold(text)) === folio.date)?.line ?? folio.line
    return suggestion(one.folio.date, { source: 'folio', confidence: 0.97, reading: one, lines: [line] })
  }
  let year: { value: number; reading: PageReading; line: number } | null = null
  let last: { month: number; day: number; reading: PageReading; line: number } | null = null
  for (const one of readings) {
    for (const { line, text, role } of one.lines) {
      if (role !== 'datelineParagraph' && role !== 'dateLine' && role !== 'signature') continue
      const head = fold(text).slice(0, 60)
      const date = readPrintedDate(head)
      if (!date || ahead.test(head.slice(0, date.index))) continue
      if (date.year !== null && (year === null || date.year > year.value))
        year = { value: date.year, reading: one, line }
      if (role !== 'datelineParagraph' || (last !== null && later(last, date))) continue
      last = { ...date, reading: one, line }
    }
  }
  if (last === null) return null
  const value = year === null ? null : dayAfter(year.value, last.month, last.day)
  if (year === null || value === null) return null
  const evidence = [last, year].map(({ reading: page, line }) => ({
    line,
    text: page.lines[line - 1]!.text.trim(),
  }))
  return { value, source: 'dateline', confidence: 0.5, evidence }
}

/** What stands before a date that lies ahead, or one that only begins or ends a span. */
const ahead = /(?:将|定|拟|于|在|到|至|自|从|截至)$/

const later = (one: { month: number; day: number }, other: { month: number; day: number }): boolean =>
  one.month * 31 + one.day >= other.month * 31 + other.day

function dayAfter(year: number, month: number, day: number): string | null {
  if (!dayExists(year, month, day)) return null
  if (dayExists(year, month, day + 1)) return isoDate(year, month, day + 1)
  return month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1)
}
