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
}

export interface ResolvedOptions {
  enabled: boolean
  slugs: Slugs
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
  return { enabled: options.enabled ?? true, slugs }
}
