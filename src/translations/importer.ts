import { importer as en, type ImporterKey } from './en/importer.ts'
import { fill, type Language } from './index.ts'
import { importer as zh } from './zh/importer.ts'

export type { ImporterKey } from './en/importer.ts'

/** A sentence of the import command in one language, with its parameters put in. */
export function importerText(
  language: Language,
  key: ImporterKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill((language === 'en' ? en : zh)[key], params)
}
