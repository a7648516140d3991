import type { PayloadRequest } from 'payload'

import type { PublicChange } from './core/publicChange.ts'

/** The collections of a newspaper, by the name that code uses for them. */
export const collectionNames = [
  'publications',
  'issues',
  'pages',
  'placements',
  'articles',
  'authors',
  'transcripts',
  'importRuns',
  'reviewSlips',
  'reviewRecords',
  'workflowEvents',
  'texts',
  'publicState',
  'editions',
  'outbox',
  'webhookDeliveries',
] as const

export type CollectionName = (typeof collectionNames)[number]

/** Slugs of the newspaper's collections, and of the two that belong to the app. */
export type Slugs = Readonly<Record<CollectionName | 'users' | 'media', string>>

export interface BroadsheetOptions {
  /** `false` keeps the collections (and so the database schema) and drops all behaviour. Default `true`. */
  enabled?: boolean
  /** Slugs that differ from the defaults: kebab-case names such as `issues` or `import-runs`. */
  slugs?: Partial<Slugs>
  /** What anonymous readers are given. */
  delivery?: Partial<DeliveryOptions>
}

export interface DeliveryOptions {
  /** Bytes of finished answers that a process may keep. 64 MiB unless told; 0 keeps none. */
  memory: number
  /**
   * `Cache-Control` of what is published. Unless told, browsers and proxies ask each time whether their copy is still good, so
   * that a withdrawal reaches everybody at once. With a proxy in front, `public, max-age=0, s-maxage=30` trades that for load.
   */
  cacheControl: string
  /**
   * Names of request headers, beside `Authorization` and `Cookie`, by which a request says who it is from, such as `x-api-key`. Needed
   * when a collection has an auth strategy of its own: without it nothing is answered from memory then.
   */
  credentialHeaders: readonly string[]
}

export interface ResolvedOptions {
  enabled: boolean
  slugs: Slugs
  delivery: DeliveryOptions
}

/** Runs inside the publishing transaction (same `req`); throwing rolls everything back. */
export type OnPublicChange = (args: {
  slugs: Slugs
  req: PayloadRequest
  change: PublicChange
}) => Promise<void>

/** What the plugin leaves on `config.custom.broadsheet`, for the server's code alone. */
export interface ComposedOptions extends ResolvedOptions {
  /** In this order, in each transaction that changes what readers see. */
  onPublicChange: readonly OnPublicChange[]
}

const defaultSlugs: Slugs = {
  publications: 'publications',
  issues: 'issues',
  pages: 'pages',
  placements: 'placements',
  articles: 'articles',
  authors: 'authors',
  transcripts: 'transcripts',
  importRuns: 'import-runs',
  reviewSlips: 'review-slips',
  reviewRecords: 'review-records',
  workflowEvents: 'workflow-events',
  texts: 'texts',
  publicState: 'public-state',
  editions: 'editions',
  outbox: 'outbox',
  webhookDeliveries: 'webhook-deliveries',
  users: 'users',
  media: 'media',
}

/** Fills in the defaults and checks what was given. Throws with the option, its value and the fix. */
export function resolveOptions(options: BroadsheetOptions = {}): ResolvedOptions {
  const slugs = { ...defaultSlugs, ...options.slugs }
  const seen = new Map<string, string>()
  for (const [name, slug] of Object.entries(slugs)) {
    if (!/^[a-z][a-z0-9-]*$/.test(slug)) {
      throw new Error(
        `broadsheet: slugs.${name} is ${JSON.stringify(slug)}. A slug is lower-case letters, digits and hyphens, such as "news-issues".`,
      )
    }
    const other = seen.get(slug)
    if (other) {
      throw new Error(
        `broadsheet: slugs.${name} and slugs.${other} are both "${slug}". Give each collection a slug of its own.`,
      )
    }
    seen.set(slug, name)
  }
  return { enabled: options.enabled ?? true, slugs, delivery: resolveDelivery(options.delivery) }
}

function resolveDelivery(options: BroadsheetOptions['delivery'] = {}): DeliveryOptions {
  const { memory = 64 * 1024 * 1024, cacheControl = 'public, max-age=0, must-revalidate' } = options
  if (!Number.isSafeInteger(memory) || memory < 0) {
    throw new Error(
      `broadsheet: delivery.memory is ${String(memory)}. Give the bytes that may be kept, such as 64 * 1024 * 1024, or 0.`,
    )
  }
  if (/[^\t\x20-\x7e]/.test(cacheControl)) {
    throw new Error(
      `broadsheet: delivery.cacheControl is ${JSON.stringify(cacheControl)}. Give the value of one Cache-Control header.`,
    )
  }
  const credentialHeaders = (options.credentialHeaders ?? []).map((name) => name.toLowerCase())
  return { memory, cacheControl, credentialHeaders }
}
