import type { LabelledLine } from './segment.ts'
import type { Block, BlockKind } from './types.ts'

/** Lines of an article that are set as verse or as table rows: a run of short lines that no sentence closes, or of rows. */
export function verseAndTables(lines: readonly LabelledLine[]): ('verse' | 'tableRow' | null)[] {
  const result: ('verse' | 'tableRow' | null)[] = lines.map(() => null)
  const inBody = (at: number): boolean => ['body', 'inset', 'opening'].includes(lines[at]!.label)
  for (let at = 0; at < lines.length; at++) {
    if (!inBody(at)) continue
    let end = at
    while (end < lines.length && inBody(end) && lines[end]!.cues.shape === 'table') end++
    if (end > at) {
      for (let row = at; row < end; row++) result[row] = 'tableRow'
      if (at > 0 && inBody(at - 1) && result[at - 1] === null && isTableHead(lines[at - 1]!, lines[at]!))
        result[at - 1] = 'tableRow'
      at = end - 1
      continue
    }
    end = at
    while (end < lines.length && inBody(end) && isVerseLine(lines[end]!)) end++
    if (end - at >= 4) {
      for (let row = at; row < end; row++) result[row] = 'verse'
      at = end - 1
    }
  }
  return result
}

const isTableHead = (line: LabelledLine, row: LabelledLine): boolean =>
  line.text.length < 40 &&
  line.text.split(/\s+/).length >= 2 &&
  Math.abs(line.text.split(/\s+/).length - row.text.split(/\s+/).length) <= 2

const isVerseLine = ({ text, cues }: LabelledLine): boolean =>
  text.length <= 22 &&
  !/[:]$/.test(text) &&
  ['title', 'names', 'shortSentence', 'quoteLine'].includes(cues.shape) &&
  !/\d/.test(text)

/** The body of an article as blocks in reading order: bylines and jump lines taken out, broken paragraphs joined. */
export function readBlocks(
  lines: readonly LabelledLine[],
  {
    joins,
    special,
  }: { joins: readonly [number, number][]; special: readonly ('verse' | 'tableRow' | null)[] },
): Block[] {
  const joined = new Map(joins.map(([from, to]) => [to, from]))
  const blocks: Block[] = []
  for (const [at, line] of lines.entries()) {
    const text = bodyText(line)
    if (text === null || text === '') continue
    const kind = kindOf(line, special[at]!)
    const open = blocks.at(-1)
    if (open && joined.get(line.line) === open.endLine) {
      open.text += text
      open.endLine = line.line
    } else if (open && open.kind === kind && (kind === 'verse' || kind === 'table')) {
      open.text += `\n${text}`
      open.endLine = line.line
    } else if (!(open && line.cues.shape === 'repeat' && open.text.endsWith(text))) {
      blocks.push({ kind, text, startLine: line.line, endLine: line.line })
    }
  }
  return blocks
}

function kindOf(line: LabelledLine, special: 'verse' | 'tableRow' | null): BlockKind {
  if (special === 'verse') return 'verse'
  if (special === 'tableRow') return 'table'
  if (line.cues.shape === 'salutation') return 'salutation'
  if (line.cues.shape === 'note') return 'note'
  if (line.label === 'inset') return 'crosshead'
  return line.cues.shape === 'numbered' || line.cues.shape === 'bullet' ? 'list' : 'paragraph'
}

/** What a line gives to the body, or null for a line that is no part of it. */
export function bodyText(line: LabelledLine): string | null {
  const { cues, label } = line
  if (label === 'kicker' || label === 'headline' || label === 'under' || label === 'byline') return null
  if (label === 'opening' && cues.shape === 'roleByline') return null
  if (cues.byline && (label === 'closing' || cues.shape === 'bracketNames' || cues.shape === 'credit'))
    return null
  const trimmed = line.raw.trim()
  let from = 0
  let to = trimmed.length
  if (cues.jumpIn) from = cues.jumpIn.end
  if (cues.jumpOut) to = Math.min(to, cues.jumpOut.start)
  if (cues.tail) to = Math.min(to, cues.tail.start)
  return trimmed.slice(from, to).trim()
}
