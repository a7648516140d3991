import { getRequestLanguage, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'

import type { ComposedOptions } from '../options.ts'
import { isNormalPath } from '../core/normalPath.ts'
import { askedOrigin } from './askedOrigin.ts'
import { canonicalSearch } from './canonicalSearch.ts'
import { finish, type FinishedAnswer } from './finishedAnswer.ts'
import { PublishedReads, type ReadAnswer } from './publishedReads.ts'
import { publicRoutes } from './publicRoutes.ts'
import { revisionWatch } from './raiseRevision.ts'

/** A published read in the one spelling under which it is asked and kept. */
export interface CanonicalRead {
  /** Path and query of the address that Payload is asked by. */
  address: string
  /** Of the answer's messages. */
  language: string
  /** The asking page's origin, where Payload's `cors` answers it by name. */
  origin?: string | undefined
}

/** The published reads of one Payload instance, shared by the server and Next's pages. */
export interface PublishedHouse {
  reads: PublishedReads
  /** The canonical form of a GET's path and query (as it came, without the fragment); null when it is no published read. */
  canonical: (url: string) => string | null
  /** Whether a path, with or without a query that may be kept, is of a published read. */
  isPublished: (url: string) => boolean
  /** Payload's own answer, which is not kept. */
  ask: (read: CanonicalRead) => Promise<FinishedAnswer>
  /** The language in which an anonymous client is answered. */
  languageOf: (acceptLanguage: string | undefined) => string
  /** Answers a canonical read, from memory where it can. */
  get: (read: CanonicalRead) => Promise<ReadAnswer>
  keyOf: (read: CanonicalRead) => string
  /** The origin that makes an answer's headers differ, if it does. */
  originOf: (origin: string | undefined) => string | undefined
}

// On the Payload instance, not in the module: its code is loaded twice in one process.
const houseKey = Symbol.for('broadsheet.publishedHouse')

/** The published reads of a Payload instance; the first who asks begins to watch for changes. */
export function publishedHouse(payload: Payload): PublishedHouse {
  const kept = payload as Payload & { [houseKey]?: PublishedHouse }
  if (!kept[houseKey]) Object.defineProperty(kept, houseKey, { value: openHouse(payload) })
  return kept[houseKey]!
}

/**
 * What a published read answers, as an object: for pages rendered on the server. The same bytes as over HTTP, from the same memory.
 * Throws where the house failed (500): a page must not take that for something that is not there, or leave it out and be kept so.
 * @param url path and query below the origin, such as `/api/publications/riverside/issues/latest`
 */
export async function readPublished<Body>(
  payload: Payload,
  read: { url: string; language?: string },
): Promise<{ status: number; body: Body }> {
  const house = publishedHouse(payload)
  const address = house.canonical(read.url)
  // What is too long to be kept, such as what somebody types into a search, is asked as it is.
  if (address === null && !house.isPublished(read.url)) throw new Error(`${read.url} is no published read`)
  const language = read.language ?? String(payload.config.i18n.fallbackLanguage)
  const answer =
    address === null
      ? await house.ask({ address: read.url, language })
      : (await house.get({ address, language })).answer
  const { status, body } = answer
  if (status === 500) throw new Error(`${read.url} could not be read`)
  return { status, body: JSON.parse(body.toString()) as Body }
}

function openHouse(payload: Payload): PublishedHouse {
  const { config } = payload
  const { slugs, delivery } = config.custom.broadsheet as ComposedOptions
  const reads = new PublishedReads(revisionWatch(payload), { memory: delivery.memory })
  const routeOf = publicRoutes(config, slugs)
  const house = askedOrigin(config)

  const keyOf = ({ address, language, origin = '' }: CanonicalRead): string =>
    `${language} ${origin} ${address}`
  const named = originsOf(config)
  const respond = (read: CanonicalRead): Promise<Response> => {
    const headers = { 'accept-language': read.language, ...(read.origin ? { origin: read.origin } : {}) }
    return handleEndpoints({ config, request: new Request(`${house}${read.address}`, { headers }) })
  }
  const pathOf = (url: string): string => url.split('?')[0] ?? ''
  const isSpelled = (url: string): boolean => !/[^!-~]|#/.test(url) && isNormalPath(pathOf(url))
  return {
    reads,
    isPublished: (url) => isSpelled(url) && routeOf(pathOf(url)) !== null,
    ask: async (read) => finish(await respond(read)),
    keyOf,
    originOf: (origin) => (origin !== undefined && named.has(origin) ? origin : undefined),
    canonical: (url) => {
      const [given = '', ...search] = url.split('?')
      // Payload answers alike with a slash at the end and without.
      const path = given.replace(/(?<=[^/])\/$/, '')
      // Payload parses the address anew: what it would read differently, or fail on, is not ours to keep.
      const params = isSpelled(url) ? routeOf(path) : null
      if (!params) return null
      const query = canonicalSearch(search.join('?'), params)
      return query === null ? null : query === '' ? path : `${path}?${query}`
    },
    languageOf: (acceptLanguage) => {
      const headers = new Headers(acceptLanguage ? { 'accept-language': acceptLanguage } : {})
      return getRequestLanguage({ config, cookies: new Map(), headers })
    },
    get: (read) => reads.read(keyOf(read), () => respond(read)),
  }
}

/** Origins that Payload answers by name. */
function originsOf({ cors }: SanitizedConfig): ReadonlySet<string> {
  const origins = Array.isArray(cors) ? cors : typeof cors === 'object' ? cors.origins : []
  return new Set(Array.isArray(origins) ? origins : [])
}
