import { isDay } from '../days.ts'
import { searchedYears } from './place.ts'
import { longestQuery, mostPhrases, readQuery, type Phrase } from './query.ts'
import { askedPage } from './units.ts'

/** How many results there are at once, unless told; and at most. */
const usualLimit = 20
const mostLimit = 50
/** How far into the results one can go, and how many are counted. */
export const mostResults = 500

/** A search as it was asked for, checked. */
export interface SearchRequest {
  /** As typed, without space at its ends. */
  q: string
  phrases: readonly Phrase[]
  /** Slug or id of a publication. */
  publication: string | null
  /** Id or name of an author. */
  author: string | null
  /** Number or name of a page. */
  page: string | null
  /** `YYYY-MM-DD`. */
  from: string | null
  to: string | null
  sort: 'relevance' | 'newest'
  offset: number
  limit: number
}

/** Why a search cannot be carried out, with what it takes to say so. */
export interface SearchProblem {
  code:
    | 'searchEmpty'
    | 'searchPunctuation'
    | 'searchLong'
    | 'searchMany'
    | 'searchDay'
    | 'searchYears'
    | 'searchRange'
    | 'searchSort'
    | 'searchNumber'
    | 'searchOffset'
    | 'searchDeep'
    | 'searchFilter'
  params: Record<string, string | number>
}

const queryProblems = {
  empty: 'searchEmpty',
  punctuation: 'searchPunctuation',
  long: 'searchLong',
  many: 'searchMany',
} as const

/** Reads the parameters of a search. Of one given twice the first counts; an empty one is none; others are not looked at. */
export function readSearch(params: URLSearchParams): SearchRequest | { problem: SearchProblem } {
  const given = (name: string) => params.get(name)?.trim() || null
  const refuse = (code: SearchProblem['code'], more: SearchProblem['params'] = {}) => ({
    problem: { code, params: more },
  })
  const q = params.get('q')?.trim() ?? ''
  const words = readQuery(q)
  if ('problem' in words)
    return refuse(queryProblems[words.problem], { longest: longestQuery, most: mostPhrases })
  for (const name of ['publication', 'author', 'page']) {
    if ((given(name)?.length ?? 0) > longestQuery)
      return refuse('searchFilter', { name, longest: longestQuery })
  }
  const [from, to] = [wholeDay(given('from'), 'first'), wholeDay(given('to'), 'last')]
  if (from === undefined) return refuse('searchDay', { name: 'from', value: given('from')! })
  if (to === undefined) return refuse('searchDay', { name: 'to', value: given('to')! })
  const beyond = Object.entries({ from, to }).find(([, day]) => day !== null && !isSearched(day))
  if (beyond) return refuse('searchYears', { name: beyond[0], value: given(beyond[0])!, ...searchedYears })
  if (from !== null && to !== null && from > to) return refuse('searchRange', { from, to })
  const sort = given('sort') ?? 'relevance'
  if (sort !== 'relevance' && sort !== 'newest') return refuse('searchSort', { value: sort })
  const [offset, limit] = [
    wholeNumber(given('offset') ?? '0'),
    wholeNumber(given('limit') ?? String(usualLimit)),
  ]
  if (offset === null) return refuse('searchOffset', { most: mostResults })
  if (limit === null || limit < 1 || limit > mostLimit) {
    return refuse('searchNumber', { name: 'limit', least: 1, most: mostLimit })
  }
  if (offset + limit > mostResults) return refuse('searchDeep', { most: mostResults })
  const page = given('page')
  return {
    ...{ q, phrases: words.phrases, publication: given('publication'), author: given('author') },
    page: page === null ? null : askedPage(page),
    ...{ from, to, sort, offset, limit },
  }
}

/** A day, a month or a year; of the latter two the first or last day. Undefined when it is none of them. */
function wholeDay(text: string | null, end: 'first' | 'last'): string | null | undefined {
  if (text === null) return null
  if (isDay(text)) return text
  if (/^\d{4}$/.test(text)) return end === 'first' ? `${text}-01-01` : `${text}-12-31`
  if (!/^\d{4}-\d{2}$/.test(text) || !isDay(`${text}-01`)) return undefined
  if (end === 'first') return `${text}-01`
  return ['31', '30', '29', '28'].map((day) => `${text}-${day}`).find(isDay)
}

function isSearched(day: string): boolean {
  const year = Number(day.slice(0, 4))
  return year >= searchedYears.first && year <= searchedYears.last
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}
