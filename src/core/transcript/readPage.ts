import type { PageReading, ReadPageOptions, LineReading } from './types.ts'

/** Reads a page's plain text into lines with roles and articles. Pure; never throws, whatever the string. */
export function readPage(text: string, _options: ReadPageOptions = {}): PageReading {
  const lines: LineReading[] = text.split(/\r\n|\r|\n/).map((line, index) => ({
    line: index + 1,
    text: line,
    role: line.trim() === '' ? 'blank' : 'fragment',
    article: null,
    confidence: 1,
    evidence: [],
  }))
  return { lines, articles: [], folio: null, joins: [], diagnostics: [] }
}
