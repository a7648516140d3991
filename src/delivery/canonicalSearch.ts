import { isDeepStrictEqual } from 'node:util'
import { parse } from 'qs-esm'

/** Longest query string that is kept, in characters; longer ones are answered and forgotten. */
const longest = 4_000
/** `qs` reads no more than 1,000; with fewer, what is left out cannot push anything in. */
const mostPairs = 200
/** As Payload reads a query string. */
const asPayload = { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 }
/** Payload reads these by their bare names as well; endpoints of ours read all of theirs so. */
const bareNames = ['locale', 'fallback-locale', 'fallbackLocale']

/**
 * One spelling for all query strings that Payload reads alike: parameters it does not know are left out, the others stand in
 * the order of their names, escaped one way. Within a parameter the order stays, because it may matter (`sort`, the first
 * wrong field of `where`).
 * @param search without the question mark
 * @param known names of the parameters that the endpoint reads
 * @returns null for a query string that is not to be kept: too long, malformed, or not certain to mean the same
 */
export function canonicalSearch(search: string, known: ReadonlySet<string>): string | null {
  if (search === '') return ''
  if (search.length > longest) return null
  const pairs = search.split('&').filter((pair) => pair !== '')
  if (pairs.length > mostPairs) return null
  const read: { name: string; text: string }[] = []
  for (const pair of pairs) {
    const spelled = respell(pair)
    if (!spelled) return null
    if (known.has(spelled.name)) read.push(spelled)
  }
  const canonical = read
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ text }) => text)
    .join('&')
  return meansTheSame(search, { canonical, known }) ? canonical : null
}

/** One `name[key]=value` in one spelling, and its first name; null for a broken escape or no name. */
function respell(pair: string): { name: string; text: string } | null {
  const open = pair.replaceAll(/%5B/gi, '[').replaceAll(/%5D/gi, ']')
  const bracket = open.indexOf(']=')
  const equals = bracket === -1 ? open.indexOf('=') : bracket + 1
  const key = decoded(equals === -1 ? open : open.slice(0, equals))
  const value = equals === -1 ? null : decoded(open.slice(equals + 1))
  if (key === null || (equals !== -1 && value === null)) return null
  const end = key.indexOf('[')
  const name = end === -1 ? key : key.slice(0, end)
  if (name === '') return null
  const spelledKey = encodeURIComponent(key).replaceAll('%5B', '[').replaceAll('%5D', ']')
  return { name, text: value === null ? spelledKey : `${spelledKey}=${encodeURIComponent(value)}` }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // A broken escape: `qs` has ways of its own with those.
    return null
  }
}

/** Sorting and respelling are an argument; this is the proof, for each query string once. */
function meansTheSame(
  search: string,
  { canonical, known }: { canonical: string; known: ReadonlySet<string> },
): boolean {
  const read = Object.entries(parse(search, asPayload)).filter(([name]) => known.has(name))
  if (!isDeepStrictEqual(Object.fromEntries(read), parse(canonical, asPayload))) return false
  const [given, kept] = [new URLSearchParams(search), new URLSearchParams(canonical)]
  return [...known, ...bareNames].every((name) => given.get(name) === kept.get(name))
}
