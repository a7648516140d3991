import type { Diagnostic } from '../../core/diagnostics/index.ts'
import { importerText } from '../../translations/importer.ts'
import { fill, wordsIn, type Language } from '../../translations/index.ts'

/** What happened and what to do, in one line. */
export function messageOf({ code, params, place }: Diagnostic, language: Language): string {
  const text = wordsIn(language).diagnostics[code]
  if (!text) return code
  const { line = 1 } = place ?? {}
  const values = { line, endLine: line, ...place, ...params }
  return `${fill(text.what, values)}${language === 'en' ? ' ' : ''}${fill(text.fix, values)}`
}

/** `file:line:column severity code message`; without a place when it is about none. */
export function diagnosticLine(found: Diagnostic, language: Language): string {
  const { code, severity, place } = found
  const where = place?.file ? `${place.file}:${place.line ?? 1}:${place.column ?? 1} ` : ''
  return `${where}${importerText(language, `severity.${severity}`)} ${code} ${messageOf(found, language)}`
}
