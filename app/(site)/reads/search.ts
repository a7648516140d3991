import { isEnglish } from '../words.ts'
import { apiPath, isId, readPublic } from './readPublic.ts'

/** A text with the ranges that were found. */
export interface MarkedText {
  text: string
  marks: { start: number; end: number }[]
  cutBefore?: boolean
  cutAfter?: boolean
}

/** An article that was found. */
export interface Found {
  id: string
  path: string | null
  publication: { name: string; slug: string }
  date: string | null
  edition: string | null
  pages: { number: string; name: string | null }[]
  authors: { id: string; name: string }[]
  kicker: MarkedText | null
  headline: MarkedText | null
  snippet: MarkedText | null
}

interface Facet {
  /** `newest`: among the newest results alone, so that there may be more. */
  counted: 'all' | 'each' | 'newest'
  values: { value: string; label: string; count: number; more?: boolean }[]
}

/** What a search gave: an answer, or why there is none, in words; without words where it is none of the reader's doing. */
export type SearchRead =
  | {
      status: 'found'
      total: { count: number; more: boolean }
      hits: Found[]
      facets: Record<'publication' | 'year' | 'page' | 'author', Facet>
    }
  | { status: 'refused'; message: string }

/** The names a search may be narrowed by, in the order in which addresses have them. */
export const searchNames = ['q', 'publication', 'from', 'to', 'page', 'author', 'sort', 'offset'] as const
export type SearchAsked = Partial<Record<(typeof searchNames)[number], string>>

/** How many results stand on one page. */
export const searchPage = 20

/** Asks `/api/search`. @param language in which a refusal is told */
export async function readSearch(asked: SearchAsked, language: string): Promise<SearchRead> {
  const params = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const { status, body } = await readPublic(
    apiPath('search', { ...params, limit: searchPage }),
    isEnglish(language) ? 'en' : 'zh',
  )
  if (status === 200)
    return { status: 'found', ...(body as Omit<SearchRead & { status: 'found' }, 'status'>) }
  const { errors } = body as { errors?: { message?: string }[] }
  // What a server says of itself is for who runs it.
  return { status: 'refused', message: status < 500 ? (errors?.[0]?.message ?? '') : '' }
}

/** What the author is called that a search is narrowed to, by id or by name; null for whom readers do not know. */
export async function readSearchedAuthor(author: string): Promise<string | null> {
  if (!isId(author)) return null
  const { status, body } = await readPublic(apiPath(`authors/${author}`, { depth: 0, joins: 'false' }))
  return status === 200 ? (body as { name: string }).name : null
}

/** An address of the search page. */
export function searchAddress(asked: SearchAsked): string {
  const params = searchNames.flatMap((name) => (asked[name] ? [[name, asked[name]] as [string, string]] : []))
  return `/search?${new URLSearchParams(params).toString()}`
}

/** A year or a month as its first day (0) or its last (1): a field of days shows nothing else. */
export function wholeDay(asked: string, end: 0 | 1): string {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(asked) ?? []
  if (!year) return asked
  if (!month) return end ? `${year}-12-31` : `${year}-01-01`
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${end ? last : '01'}`
}
