import { splitLines } from '../../src/core/transcript/lines.ts'
import type { GoldPage } from '../learning/gold.ts'

/** What is scored of a predicted article: the fields of `--json` that the gold has too. */
export interface Predicted {
  headline: string | null
  authors: string[]
  startLine: number
  endLine: number
  jumpTo: { page: number } | null
  jumpFrom: { page: number } | null
  joins: [number, number][]
}

type Count = { right: number; wrong: number; missed: number }
const none = (): Count => ({ right: 0, wrong: 0, missed: 0 })

/** Counts over pages; add them up, then ask for the figures. The rules are those of `../shared/transcripts/score.py`. */
export interface Tally {
  gold: number
  boundary: Count
  authors: Count
  joins: Count
  jumps: Count
  full: number
  invented: number
  headless: number
  headlines: number
}

/** An empty tally. */
export const emptyTally = (): Tally => ({
  gold: 0,
  boundary: none(),
  authors: none(),
  joins: none(),
  jumps: none(),
  full: 0,
  invented: 0,
  headless: 0,
  headlines: 0,
})

/** Adds one tally to another. */
export function addTally(to: Tally, from: Tally): void {
  for (const key of ['boundary', 'authors', 'joins', 'jumps'] as const) {
    to[key].right += from[key].right
    to[key].wrong += from[key].wrong
    to[key].missed += from[key].missed
  }
  for (const key of ['gold', 'full', 'invented', 'headless', 'headlines'] as const) to[key] += from[key]
}

/** F1 of a count; 1 where there was nothing to find and nothing was found. */
export function f1({ right, wrong, missed }: Count): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed)
}

const flat = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/gu, '')
const nameOf = (name: string): string => name.normalize('NFKC').replace(/[\s·•．.]+/gu, '')

/** Scores one page. */
export function measure(page: GoldPage, predicted: readonly Predicted[]): Tally {
  const tally = emptyTally()
  const lines = splitLines(page.text)
  const blank = (line: number): boolean => lines[line - 1]!.trim() === ''
  const snap = (start: number, end: number): [number, number] => {
    let first = Math.max(1, Math.min(start, lines.length))
    let last = Math.max(first, Math.min(end, lines.length))
    while (first < last && blank(first)) first++
    while (last > first && blank(last)) last--
    return [first, last]
  }
  const first = lines.findIndex((line) => line.trim() !== '') + 1 || 1
  const golds = page.articles.map((article) => ({ article, span: snap(article.startLine, article.endLine) }))
  const other = new Map<number, number>()
  for (const { article, span } of golds)
    for (const start of article.startAlternatives ?? []) other.set(start, span[0])
  const guesses = predicted.map((article) => {
    const [start, end] = snap(article.startLine, article.endLine)
    return { article, span: [other.get(start) ?? start, end] as [number, number] }
  })
  const ignored = (line: number): boolean => page.ignoreLines.some(([from, to]) => line >= from && line <= to)
  const free = new Set(golds.filter(({ article }) => article.dontCare).map(({ span }) => span[0]))
  const wanted = new Set(golds.filter(({ article }) => !article.dontCare).map(({ span }) => span[0]))
  const found = new Set(guesses.map(({ span }) => span[0]).filter((line) => !ignored(line)))
  for (const line of wanted) if (line !== first) tally.boundary[found.has(line) ? 'right' : 'missed']++
  for (const line of found) if (line !== first && !wanted.has(line) && !free.has(line)) tally.boundary.wrong++
  if (page.broken) {
    const got = new Set(predicted.flatMap(({ joins }) => joins.map(String)))
    const gold = new Set(page.broken.map(String))
    compare(tally.joins, gold, got)
  }
  compare(tally.jumps, jumpKeys(golds), jumpKeys(guesses))
  const used = new Set<number>()
  for (const { article, span } of golds) {
    if (article.dontCare) continue
    tally.gold++
    const names = new Set(article.authors.map(nameOf))
    const spared = [
      ...(article.photoCredits ?? []),
      ...(article.authorOrgs ?? []),
      ...(article.authorsOptional ?? []),
    ].map(nameOf)
    const match = guesses.find((guess) => guess.span[0] === span[0])
    if (!match) {
      tally.authors.missed += names.size
      continue
    }
    used.add(span[0])
    const given = new Set(
      match.article.authors.map(nameOf).filter((name) => names.has(name) || !spared.includes(name)),
    )
    compare(tally.authors, names, given)
    const options = [article.headline, ...(article.headlineAlternatives ?? [])].map(flat)
    const right = options.includes(flat(match.article.headline))
    if (right) tally.headlines++
    if (flat(article.headline) === '') {
      tally.headless++
      if (!right) tally.invented++
    }
    const exact =
      match.span[1] === span[1] ||
      (article.spanAlternatives ?? []).some(([from, to]) => from === match.span[0] && to === match.span[1])
    if (right && exact && same(names, given)) tally.full++
  }
  for (const { article, span } of guesses) {
    if (used.has(span[0]) || free.has(span[0])) continue
    tally.authors.wrong += new Set(article.authors.map(nameOf)).size
  }
  return tally
}

const same = (one: Set<string>, other: Set<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value))

function compare(count: Count, gold: Set<string>, got: Set<string>): void {
  for (const key of gold) count[got.has(key) ? 'right' : 'missed']++
  for (const key of got) if (!gold.has(key)) count.wrong++
}

function jumpKeys(
  articles: readonly {
    article: { jumpTo?: { page: number } | null; jumpFrom?: { page: number } | null }
    span: [number, number]
  }[],
): Set<string> {
  const keys = new Set<string>()
  for (const { article, span } of articles) {
    if (article.jumpTo) keys.add(`to ${span[0]} ${article.jumpTo.page}`)
    if (article.jumpFrom) keys.add(`from ${span[0]} ${article.jumpFrom.page}`)
  }
  return keys
}
