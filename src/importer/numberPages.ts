import { diagnostic, type Diagnostic, type DiagnosticCode } from '../core/diagnostics/index.ts'
import { suggestPages, type PageReading, type Suggestion } from '../core/transcript/index.ts'

/** What a page's number can be read from, without the rest of its reading. */
export interface UnnumberedPart {
  /** For messages. */
  file: string
  linesBefore: number
  /** From `--pages` or a manifest. */
  given?: string
  /** Only what `slimReading` keeps. */
  reading: PageReading
}

const codes: Partial<Record<Suggestion['source'], DiagnosticCode>> = {
  folio: 'page.numberFromFolio',
  fileName: 'page.numberFromFileName',
  jump: 'page.numberFromJump',
  order: 'page.numberFromOrder',
}

/** The parts of a reading that numbers are found by: an issue's worth of whole readings would be heavy to hold. */
export function slimReading(reading: PageReading): PageReading {
  const slim = { evidence: [], confidence: 1, article: null, role: 'body' } as const
  return {
    lines: reading.lines.map(({ line, text }) => ({ ...slim, evidence: [], line, text })),
    articles: reading.articles.map((article) => ({ ...article, blocks: [], diagnostics: [] })),
    folio: reading.folio,
    joins: [],
    diagnostics: [],
  }
}

/**
 * Numbers for the pages of one issue: the given ones stand; each other one comes from its folio, its file name, the
 * jump lines or the order, and says so as a warning. Two pages of one number are an error on both.
 * @returns for each page its number and its doubts; the number is null where it is in dispute
 */
export function numberPages(
  parts: readonly UnnumberedPart[],
): { number: string | null; diagnostics: Diagnostic[] }[] {
  const suggestions = suggestPages(
    parts.map(({ file, given, reading }) => ({
      // A given number counts as a folio does for the pages that have none.
      reading: given ? { ...reading, folio: { page: given, line: 1 } } : reading,
      fileName: file,
    })),
  )
  return parts.map(({ file, given, linesBefore, reading }, index) => {
    const { value, source, evidence } = suggestions[index]!
    const line = evidence[0]?.line
    const place = { file, ...(line && source === 'folio' ? { line: line + linesBefore, column: 1 } : {}) }
    const rival = suggestions.findIndex((other, at) => at !== index && other.value === value)
    if (rival !== -1) {
      const params = { page: value, other: parts[rival]!.file }
      return { number: null, diagnostics: [diagnostic('page.numberConflict', params, place)] }
    }
    if (given) {
      const printed = reading.folio?.page
      const differs = printed !== undefined && printed !== given
      const where = { file, line: (reading.folio?.line ?? 1) + linesBefore, column: 1 }
      return {
        number: given,
        diagnostics: differs ? [diagnostic('page.numberDiffers', { page: given, printed }, where)] : [],
      }
    }
    const code = codes[source]
    return { number: value, diagnostics: code ? [diagnostic(code, { page: value }, place)] : [] }
  })
}
