import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import type { CollectionConfig, Config, Plugin } from 'payload'

import { articles } from './collections/Articles/index.ts'
import { authors } from './collections/Authors/index.ts'
import { editions } from './collections/Editions/index.ts'
import { importRuns } from './collections/ImportRuns/index.ts'
import { issues } from './collections/Issues/index.ts'
import { newspaperMedia } from './collections/Media/index.ts'
import { outbox } from './collections/Outbox/index.ts'
import { pages } from './collections/Pages/index.ts'
import { placements } from './collections/Placements/index.ts'
import { publications } from './collections/Publications/index.ts'
import { transcripts } from './collections/Transcripts/index.ts'
import { publicState } from './collections/PublicState/index.ts'
import { reviewRecords } from './collections/ReviewRecords/index.ts'
import { reviewSlips } from './collections/ReviewSlips/index.ts'
import { texts } from './collections/Texts/index.ts'
import { staffUsers } from './collections/Users/index.ts'
import { webhookDeliveries } from './collections/WebhookDeliveries/index.ts'
import { workflowEvents } from './collections/WorkflowEvents/index.ts'
import { articleEndpoints } from './endpoints/articleTransitions.ts'
import { transitionMutation } from './endpoints/transitionMutation.ts'
import { answerWithdrawn, extendWithdrawn, withdrawnQuery } from './endpoints/withdrawnArticle.ts'
import { issueEndpoints } from './endpoints/publishIssue.ts'
import { raiseRevision } from './delivery/raiseRevision.ts'
import { guardQueries } from './hooks/guardQueries.ts'
import { commands } from './bin/commands.ts'
import { requireTransactions } from './database/requireTransactions.ts'
import { answerWriteConflict } from './refusals/answerWriteConflict.ts'
import {
  resolveOptions,
  type BroadsheetOptions,
  type ComposedOptions,
  type ResolvedOptions,
} from './options.ts'

/** The composition root: the only code that touches Payload's config. It never changes the config it is given. */
export function broadsheet(pluginOptions: BroadsheetOptions = {}): Plugin {
  const options = resolveOptions(pluginOptions)
  // Rooms do not import each other: what follows a change of what readers see is put together here.
  const composed: ComposedOptions = { ...options, onPublicChange: [raiseRevision] }
  return (config: Config): Config => ({
    ...config,
    i18n: {
      fallbackLanguage: 'zh',
      ...config.i18n,
      supportedLanguages: { zh, en, ...config.i18n?.supportedLanguages },
    },
    collections: [
      publications(options),
      { ...issues(options), endpoints: issueEndpoints(options) },
      pages(options),
      { ...articles(options), endpoints: articleEndpoints(options) },
      placements(options),
      authors(options),
      ...ownedByApp(config.collections ?? [], options),
      transcripts(options),
      importRuns(options),
      reviewSlips(options),
      reviewRecords(options),
      workflowEvents(options),
      texts(options),
      publicState(options),
      editions(options),
      outbox(options),
      webhookDeliveries(options),
    ].map(withGuardedQueries),
    graphQL: {
      ...config.graphQL,
      queries: (graphql, payload) => ({
        ...config.graphQL?.queries?.(graphql, payload),
        ...withdrawnQuery(options)(graphql, payload),
      }),
      mutations: (graphql, payload) => ({
        ...config.graphQL?.mutations?.(graphql, payload),
        ...transitionMutation(options)(graphql, payload),
      }),
    },
    hooks: {
      ...config.hooks,
      afterError: [
        ...(config.hooks?.afterError ?? []),
        answerWriteConflict,
        answerWithdrawn(options),
        extendWithdrawn,
      ],
    },
    loggingLevels: {
      ...config.loggingLevels,
      ...({ Refusal: 'info', Blocked: 'info', Withdrawn: 'info' } as object),
    },
    // The first is for the server's code, the second for the admin's, which is told nothing else.
    custom: { ...config.custom, broadsheet: composed },
    admin: { ...config.admin, custom: { ...config.admin?.custom, broadsheet: { slugs: options.slugs } } },
    bin: [...(config.bin ?? []), ...commands()],
    onInit: async (payload) => {
      await requireTransactions(payload)
      await config.onInit?.(payload)
    },
  })
}

/** The app's collections, with the newspaper's fields and access added to its users and media. */
function ownedByApp(collections: CollectionConfig[], options: ResolvedOptions): CollectionConfig[] {
  for (const name of ['users', 'media'] as const) {
    if (!collections.some(({ slug }) => slug === options.slugs[name])) {
      throw new Error(
        `broadsheet: slugs.${name} is "${options.slugs[name]}", but the config has no such collection. ` +
          `Define it in payload.config.ts, or name the one you have with slugs: { ${name}: '…' }.`,
      )
    }
  }
  return collections.map((collection) => {
    if (collection.slug === options.slugs.users) return staffUsers(collection, options)
    if (collection.slug === options.slugs.media) return newspaperMedia(collection, options)
    return collection
  })
}

/**
 * Guards queries before a collection's own hooks, which may write a query anew; and closes versions where nothing
 * else is said: undefined, Payload shows them to every user, or asks a table that is not there.
 */
function withGuardedQueries(collection: CollectionConfig): CollectionConfig {
  const { access, hooks } = collection
  return {
    ...collection,
    access: { readVersions: () => false, ...access },
    hooks: { ...hooks, beforeOperation: [guardQueries, ...(hooks?.beforeOperation ?? [])] },
  }
}
