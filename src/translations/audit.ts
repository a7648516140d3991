import { audit as en, type AuditKey } from './en/audit.ts'
import { fill, type Language } from './index.ts'
import { audit as zh } from './zh/audit.ts'

/** A sentence of the audit command in one language, with its parameters put in. */
export function auditText(
  language: Language,
  key: AuditKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill((language === 'en' ? en : zh)[key], params)
}
