import { fold } from './fold.ts'

/** A line of the source that is not blank, with what the cues need to know about it. */
export interface SourceLine {
  /** 1-based line of the source. */
  line: number
  /** As it was, untrimmed. */
  raw: string
  /** Folded (see `fold`) and trimmed: what is compared. */
  text: string
  /** Where `text` begins in `raw`, 0-based. */
  offset: number
  /** Blank lines directly before it. */
  gap: number
}

/** All lines of a text; CRLF, CR and LF end a line. A byte order mark is not part of the first line. */
export function splitLines(text: string): string[] {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return body.includes('\r') ? body.split(/\r\n|\r|\n/) : body.split('\n')
}

/** The lines that are not blank, in order. */
export function sourceLines(lines: readonly string[]): SourceLine[] {
  const result: SourceLine[] = []
  let gap = 0
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index]!
    const text = fold(raw).trim()
    if (text === '') {
      gap++
      continue
    }
    result.push({ line: index + 1, raw, text, offset: raw.length - raw.trimStart().length, gap })
    gap = 0
  }
  return result
}
