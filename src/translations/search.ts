import { search as en, type SearchKey } from './en/search.ts'
import type { Language } from './index.ts'
import { search as zh } from './zh/search.ts'

/** Words of the command that builds the search index, in one language. */
export function searchWords(language: Language): Record<SearchKey, string> {
  return language === 'en' ? en : zh
}
