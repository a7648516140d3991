import { diagnostic, type Diagnostic } from '../diagnostics/index.ts'
import { stopsInside } from './joins.ts'
import type { LabelledLine } from './segment.ts'
import type { ArticleReading } from './types.ts'

/** Below this, where an article begins or ends is doubtful enough that a person should look. */
export const boundaryThreshold = 0.6

const latinWord = /[\u3400-\u9fff，。、“”]([a-z]{2,})[\u3400-\u9fff，。、“”]/

/** What a person should look at in an article: each doubt with its place. */
export function articleDoubts(article: ArticleReading, lines: readonly LabelledLine[]): Diagnostic[] {
  const first = lines[0]!
  const last = lines[lines.length - 1]!
  const whole = { line: article.startLine, column: first.offset + 1, endLine: article.endLine }
  const found: Diagnostic[] = []
  if (article.confidence < boundaryThreshold) {
    found.push(
      diagnostic('article.boundaryUncertain', { confidence: Math.round(article.confidence * 100) }, whole),
    )
  }
  if (article.headline === null && article.jumpFrom === null)
    found.push(diagnostic('article.noHeadline', {}, whole))
  const signed = article.authors.length + article.organisations.length + article.photoCredits.length > 0
  if (!signed && article.dateline === null && article.kind === 'article' && article.jumpFrom === null) {
    found.push(diagnostic('article.noAuthor', {}, whole))
  }
  const joined = new Set(article.joins.map(([from]) => from))
  for (const [at, line] of lines.entries()) {
    found.push(...textDoubts(line))
    if (line === last || joined.has(line.line) || !isProse(line) || !stopsInside(line)) continue
    if (lines[at + 1]!.text === line.text) continue
    found.push(
      diagnostic('text.paragraphOpen', {}, { line: line.line, column: line.raw.trimEnd().length + 1 }),
    )
  }
  if (article.truncated) {
    found.push(
      diagnostic('article.truncated', {}, { line: last.line, column: last.raw.trimEnd().length + 1 }),
    )
  }
  return found
}

const isProse = ({ cues, text }: LabelledLine): boolean =>
  text.length > 24 && ['open', 'openShort', 'dateline'].includes(cues.shape)

/** Doubts about the letters of one line: words printed twice, a Latin word inside Chinese, the line itself repeated. */
function textDoubts(line: LabelledLine): Diagnostic[] {
  const found: Diagnostic[] = []
  if (line.cues.shape === 'repeat') {
    found.push(
      diagnostic('text.repeatedLine', { line: line.line }, { line: line.line, column: line.offset + 1 }),
    )
    return found
  }
  if (line.text.length < 8) return found
  const doubled = doubledSpan(line.text)
  if (doubled) {
    const words = line.text.slice(doubled.start, doubled.start + doubled.length)
    found.push(
      diagnostic('text.doubledSpan', { words }, { line: line.line, column: line.offset + doubled.start + 1 }),
    )
  }
  const latin = /[a-z]{2}/.test(line.text) ? latinWord.exec(line.text) : null
  if (latin) {
    const column = line.offset + latin.index + 2
    found.push(diagnostic('text.latinInChinese', { words: latin[1]! }, { line: line.line, column }))
  }
  return found
}

const places = new Int32Array(4096)
let base = 1

/** The first span of three to fourteen characters that is printed twice in a row, three of them Chinese; or null. */
export function doubledSpan(text: string): { start: number; length: number } | null {
  const total = Math.min(text.length, 2000)
  if (base > 0x3fffffff) {
    places.fill(0)
    base = 1
  }
  // Where each three characters stood last: the table is scratch, numbers below `base` are from other texts.
  const from = base
  base += total
  let second = text.charCodeAt(0)
  let third = text.charCodeAt(1)
  for (let at = 2; at < total; at++) {
    const first = second
    second = third
    third = text.charCodeAt(at)
    const hash = (Math.imul(first, 31) ^ Math.imul(second, 1009) ^ Math.imul(third, 7919)) & 4095
    const lag = from + at - places[hash]!
    places[hash] = from + at
    if (lag < 3 || lag > 14 || lag > at || at - 2 + lag > total) continue
    const start = at - 2 - lag
    const span = text.slice(start, start + lag)
    if (start < 0 || !text.startsWith(span, start + lag)) continue
    const han = span.match(/[\u3400-\u9fff]/g)
    if (han && new Set(han).size >= 3) return { start, length: lag }
  }
  return null
}
