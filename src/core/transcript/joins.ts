import type { LabelledLine } from './segment.ts'

const prose = new Set([
  'openShort',
  'ended',
  'open',
  'shortSentence',
  'quoteLine',
  'endsWithNames',
  'endsWithAgency',
  'jumpIn',
  'dateline',
  'title',
  'longTitle',
  'dash',
  'numbered',
  'bullet',
  'bracketOther',
  'noticeTitle',
  'contact',
  'names',
  'caption',
  'note',
])
const stops = /[。!?…:;”』’」》)】]$/

/** Whether a paragraph stops inside a sentence: it is long enough to be prose and ends with no mark that may end one. */
export function stopsInside(line: LabelledLine): boolean {
  const { text, cues } = line
  if (cues.jumpOut || cues.tail || cues.byline) return false
  if (stops.test(text)) return false
  if (
    line.label === 'inset' ||
    line.label === 'headline' ||
    line.label === 'kicker' ||
    line.label === 'under'
  )
    return false
  return text.length > 10 || /[,、]$/.test(text)
}

/**
 * The paragraphs of one article that a column broke: pairs of source lines to be read as one. A repeated line between
 * the halves is passed over.
 */
export function readJoins(lines: readonly LabelledLine[]): [number, number][] {
  const joins: [number, number][] = []
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at]!
    if (!stopsInside(line)) continue
    const next = lines[at + 1]!
    if (next.label === 'closing' || next.label === 'byline' || !prose.has(next.cues.shape)) continue
    if (next.label === 'inset' && next.cues.shape !== 'open' && next.cues.shape !== 'openShort') continue
    if (next.cues.dateline || next.text === line.text) continue
    // Short lines in a row, none of them closed, are entries of a list.
    if (line.text.length <= 44 && next.text.length <= 44 && stopsInside(next)) continue
    joins.push([line.line, next.line])
  }
  return joins
}
