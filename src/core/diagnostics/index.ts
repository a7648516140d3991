import { diagnosticCodes, type DiagnosticCode } from './codes.ts'

export { diagnosticCodes, type DiagnosticCode } from './codes.ts'

/** error: the data cannot be used; warning: it can, but a person should look; info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a source text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  file?: string
  line?: number
  column?: number
  endLine?: number
}

/** What a message may name: numbers and short texts, never objects. */
export type DiagnosticParams = Readonly<Record<string, string | number>>

/**
 * An expected problem, as a value. Its code is permanent; its words live in `translations/`,
 * in Chinese and English: what it is, what happened, what to do.
 */
export interface Diagnostic {
  code: DiagnosticCode
  severity: Severity
  place?: Place
  params: DiagnosticParams
}

/** Makes a diagnostic with the severity that the table of codes gives it. */
export function diagnostic(code: DiagnosticCode, params: DiagnosticParams = {}, place?: Place): Diagnostic {
  return { code, severity: diagnosticCodes[code], params, ...(place ? { place } : {}) }
}
