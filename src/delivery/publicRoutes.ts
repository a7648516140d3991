import type { Endpoint, SanitizedConfig } from 'payload'

import type { CollectionName, Slugs } from '../options.ts'

/** What an endpoint that reads only what is published says of itself, in its `custom`. */
interface PublishedRead {
  publishedRead?: { params: readonly string[] }
}

/** Collections that anonymous clients read, each of which raises the revision when something public in it changes. */
export const publicCollections = [
  ...(['publications', 'issues', 'pages', 'placements', 'articles', 'authors'] satisfies CollectionName[]),
  'media',
] as const

/** All that Payload's own endpoints read of a query string: a name that is missing here would change no answer. */
const payloadParams: ReadonlySet<string> = new Set([
  ...[
    'autosave',
    'data',
    'depth',
    'draft',
    'fallback-locale',
    'fallbackLocale',
    'flattenLocales',
    'joins',
    'limit',
  ],
  ...[
    'locale',
    'overrideLock',
    'page',
    'pagination',
    'populate',
    'publishAllLocales',
    'select',
    'sort',
    'trash',
  ],
  ...['unpublishAllLocales', 'where'],
])
const localeParams = ['locale', 'fallback-locale', 'fallbackLocale']

/** Ids are ours (12 characters), or an app's own numbers, object ids and UUIDs. */
const idShape = /^[A-Za-z0-9-]{1,64}$/

/**
 * An endpoint that answers with published content only, alike for every anonymous client: it may be kept in memory until something
 * is published. It must read no header, and of the query string only `params`.
 */
export function publishedRead(
  endpoint: Omit<Endpoint, 'method' | 'custom'> & { params?: readonly string[] },
): Endpoint {
  const { params = [], ...rest } = endpoint
  return { ...rest, method: 'get', custom: { publishedRead: { params } } satisfies PublishedRead }
}

/** Tells by its path whether a GET is a published read. @returns the query parameters that it reads, or null */
export type RouteOf = (path: string) => ReadonlySet<string> | null

/** Finds published reads among everything the API answers: an allow-list of the public collections and marked endpoints. */
export function publicRoutes(config: SanitizedConfig, slugs: Slugs): RouteOf {
  const api = config.routes.api
  const isPublic = new Set<string>(publicCollections.map((name) => slugs[name]))
  const marked = [
    ...markedOf(config.endpoints, api),
    ...config.collections.flatMap(({ slug, endpoints }) => markedOf(endpoints || [], `${api}/${slug}`)),
  ]
  const literals = new Map(
    config.collections.map(({ slug, endpoints }) => [
      slug,
      new Set((endpoints || []).filter(({ method }) => method === 'get').map(({ path }) => path)),
    ]),
  )
  return (path) => {
    for (const { pattern, params } of marked) if (pattern.test(path)) return params
    if (!path.startsWith(`${api}/`)) return null
    const [collection = '', id, ...more] = path.slice(api.length + 1).split('/')
    if (!isPublic.has(collection) || more.length > 0) return null
    if (id === undefined || id === 'count') return payloadParams
    return idShape.test(id) && !literals.get(collection)?.has(`/${id}`) ? payloadParams : null
  }
}

function markedOf(endpoints: readonly Endpoint[], base: string) {
  return endpoints.flatMap(({ path, custom }) => {
    const mark = (custom as PublishedRead | undefined)?.publishedRead
    if (!mark) return []
    const steps = path
      .split('/')
      .map((step) => (step.startsWith(':') ? '[^/]+' : step.replaceAll('.', '\\.')))
    return [
      {
        pattern: new RegExp(`^${base}${steps.join('/')}$`),
        params: new Set([...mark.params, ...localeParams]) as ReadonlySet<string>,
      },
    ]
  })
}
