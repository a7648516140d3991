import { isDay } from '../core/days.ts'
import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import { readPage, suggestDate, type PageReading, type Suggestion } from '../core/transcript/index.ts'
import { numberPages, slimReading, type UnnumberedPart } from './numberPages.ts'
import { readSource } from './sources/readSource.ts'
import { sha256 } from './sha256.ts'
import { splitPages } from './sources/splitPages.ts'
import type { CheckedIssue, CheckedPage, IssueSource, ReadPage, SourceFile } from './types.ts'

/** More pages than any issue has; also what bounds the memory that numbering takes. */
export const mostPages = 400

/** A suggested date with the file whose lines speak for it. */
export interface DateSuggestion extends Suggestion {
  file: string
}

export interface CheckOptions {
  date?: string
  edition?: string
  /** From `--pages`, one for each page found. */
  pages?: readonly string[]
  /** Asks a person, with the best suggestion there is; null when there is nobody to ask or no answer. */
  askDate(issue: string, suggestion: DateSuggestion | null): Promise<string | null>
  /** Before a file is read. */
  onFile?(file: SourceFile): void
  stopped?(): boolean
}

export interface IssueCheck {
  /** Null when nothing of the issue can be used. */
  issue: CheckedIssue | null
  diagnostics: Diagnostic[]
  failedFiles: number
}

/** Reads an issue's files once, to number its pages and find its date, and keeps no text. Writes nothing. */
export async function checkIssue(source: IssueSource, options: CheckOptions): Promise<IssueCheck> {
  const diagnostics: Diagnostic[] = []
  const parts: (UnnumberedPart & { source: SourceFile; part: number; sha256: string; folioName?: string })[] =
    []
  const dates: DateSuggestion[] = []
  let failedFiles = 0
  for (const file of source.files) {
    if (options.stopped?.()) break
    options.onFile?.(file)
    const read = await readSource(file)
    if ('code' in read) {
      diagnostics.push(read)
      failedFiles += 1
      continue
    }
    for (const [part, { text, linesBefore }] of splitPages(read.text).entries()) {
      const reading = readPage(text)
      const date = source.date === undefined && options.date === undefined ? suggestDate(reading) : null
      if (date) dates.push({ ...inFile(date, linesBefore), file: file.name })
      const given = options.pages?.[parts.length] ?? (part === 0 ? file.page : undefined)
      parts.push({
        ...{ file: file.name, source: file, part, linesBefore, sha256: sha256(text) },
        ...(given ? { given } : {}),
        ...(reading.folio?.name ? { folioName: reading.folio.name } : {}),
        reading: slimReading(reading),
      })
    }
    if (parts.length > mostPages) {
      const params = { count: parts.length, limit: mostPages }
      return {
        issue: null,
        diagnostics: [diagnostic('issue.tooManyPages', params, { file: source.name })],
        failedFiles,
      }
    }
  }
  if (parts.length === 0) return { issue: null, diagnostics, failedFiles }
  if (options.pages && options.pages.length !== parts.length) {
    const params = { given: options.pages.length, found: parts.length }
    return {
      issue: null,
      diagnostics: [...diagnostics, diagnostic('page.countDiffers', params)],
      failedFiles,
    }
  }
  const date = await dateOf(source, { options, dates })
  if (typeof date !== 'string') return { issue: null, diagnostics: [...diagnostics, date], failedFiles }
  const pages: CheckedPage[] = []
  for (const [index, numbered] of numberPages(parts).entries()) {
    const { source: file, part, folioName, sha256: hash } = parts[index]!
    if (numbered.number === null) {
      diagnostics.push(...numbered.diagnostics)
      failedFiles += 1
      continue
    }
    const name = (part === 0 ? file.pageName : undefined) ?? folioName ?? null
    pages.push({ file, part, number: numbered.number, name, sha256: hash, diagnostics: numbered.diagnostics })
  }
  const edition = options.edition ?? source.edition ?? 'main'
  return { issue: { source, date, edition, pages }, diagnostics, failedFiles }
}

/** Reads a checked page again, now with its number. An error when the file is no longer what was checked. */
export async function readCheckedPage(checked: CheckedPage): Promise<ReadPage | Diagnostic> {
  const { file, part, number, name, sha256: expected } = checked
  const read = await readSource(file)
  if ('code' in read) return read
  const found = splitPages(read.text)[part]
  if (!found || sha256(found.text) !== expected) {
    return diagnostic('input.changed', { file: file.name }, { file: file.name })
  }
  const reading = shifted(readPage(found.text, { page: number }), {
    file: file.name,
    linesBefore: found.linesBefore,
  })
  return {
    ...{ file, number, name, sha256: expected, sourceSha256: read.sha256, encoding: read.encoding },
    ...{ text: found.text, linesBefore: found.linesBefore, reading: reading.reading },
    diagnostics: [...read.diagnostics, ...checked.diagnostics, ...reading.diagnostics],
  }
}

/** The reading as it is, and its diagnostics with the file's name and line numbers. */
function shifted(
  reading: PageReading,
  { file, linesBefore }: { file: string; linesBefore: number },
): { reading: PageReading; diagnostics: Diagnostic[] } {
  const diagnostics = reading.diagnostics.map((found) => {
    const { line, endLine, ...place } = found.place ?? {}
    return {
      ...found,
      place: {
        ...place,
        file,
        ...(line === undefined ? {} : { line: line + linesBefore }),
        ...(endLine === undefined ? {} : { endLine: endLine + linesBefore }),
      },
    }
  })
  return { reading, diagnostics }
}

async function dateOf(
  source: IssueSource,
  { options, dates }: { options: CheckOptions; dates: readonly DateSuggestion[] },
): Promise<string | Diagnostic> {
  const { date: given } = options
  if (given !== undefined && source.date !== undefined && given !== source.date) {
    return diagnostic('issue.dateConflict', { given, manifest: source.date }, { file: source.name })
  }
  const known = given ?? source.date
  if (known !== undefined) return known
  const best = bestDate(dates)
  const answer = await options.askDate(source.name, best)
  if (answer !== null && isDay(answer)) return answer
  if (!best) return diagnostic('issue.dateMissing', {}, { file: source.name })
  const [line] = best.evidence
  const place = { file: best.file, ...(line ? { line: line.line, column: 1 } : {}) }
  const evidence = best.evidence.map(({ text }) => [...text].slice(0, 40).join('')).join(' / ')
  return diagnostic('issue.dateSuggested', { date: best.value, evidence }, place)
}

/** The date that most speaks for: confidence summed over the pages that suggest it. */
function bestDate(dates: readonly DateSuggestion[]): DateSuggestion | null {
  const weight = new Map<string, number>()
  for (const { value, confidence } of dates) weight.set(value, (weight.get(value) ?? 0) + confidence)
  const ranked = [...dates].sort(
    (one, other) => weight.get(other.value)! - weight.get(one.value)! || other.confidence - one.confidence,
  )
  return ranked[0] ?? null
}

function inFile(suggestion: Suggestion, linesBefore: number): Suggestion {
  return {
    ...suggestion,
    evidence: suggestion.evidence.map(({ line, text }) => ({ line: line + linesBefore, text })),
  }
}
