import { readFullDate } from './dates.ts'
import { furnitureKind } from './furniture.ts'
import { readPageNumber } from './numbers.ts'
import type { LabelledLine } from './segment.ts'
import type { FolioReading } from './types.ts'

const number = '([A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})'
const named = new RegExp(`第\\s*${number}\\s*版|(?:^|\\s)${number}版(?:$|\\s)`)
const leading = /^([A-Za-z]?\d{1,3})(?:\s|$|\|)/
const publication =
  /(?:^|\s)([\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|商报|都市报|快报|时报|周报|报))(?=\s|$)/
const pageName = /(?:第\s*[A-Za-z\d一二三四五六七八九十]+\s*版|^[A-Za-z]?\d{1,3})\s+([\u4e00-\u9fff·]{2,8})/

/** What one line of furniture says about the page; null where it says nothing. */
export function readFolioLine(text: string): Omit<FolioReading, 'line'> | null {
  const result: Omit<FolioReading, 'line'> = {}
  const date = readFullDate(text)
  if (date) result.date = date
  const numbered = named.exec(text) ?? leading.exec(text)
  if (numbered && !/今日|版?共/.test(text.slice(0, numbered.index + 3))) {
    const page = readPageNumber((numbered[1] ?? numbered[2])!)
    if (page) result.page = page
  }
  const masthead = publication.exec(
    text.replace(/^([\u4e00-\u9fff])\s([\u4e00-\u9fff])\s([\u4e00-\u9fff])\s([\u4e00-\u9fff])$/, '$1$2$3$4'),
  )
  if (masthead && !/本报|海报|简报/.test(masthead[1]!)) result.publication = masthead[1]!
  const name = pageName.exec(text)
  if (name && !/报$|星期/.test(name[1]!)) result.name = name[1]!
  return Object.keys(result).length > 0 ? result : null
}

/**
 * The folio of a page: what its furniture says of number, date, publication and page name. A line within three of
 * the top or bottom of the page counts also where the decoder gave it to an article. Null where nothing is said.
 */
export function readFolio(lines: readonly LabelledLine[]): FolioReading | null {
  let folio = null as FolioReading | null
  for (const [at, line] of lines.entries()) {
    const edge = at < 4 || at >= lines.length - 3
    if (line.article !== null && !edge) continue
    const kind = line.cues.furniture ?? furnitureKind(line.text)
    if (kind !== 'folio' && kind !== 'masthead' && kind !== 'imprint') continue
    const said = readFolioLine(line.text)
    if (!said) continue
    folio = folio ? { ...said, ...folio } : { ...said, line: line.line }
    if (said.page && folio.page === said.page) folio.line = line.line
  }
  return folio
}
