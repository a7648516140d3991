import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import type { CollectionConfig, Config, Plugin } from 'payload'

import { withQueues } from './admin/ArticleQueues/withQueues.ts'
import { withViewNames, withViews } from './admin/views.ts'
import { articles } from './collections/Articles/index.ts'
import { authors } from './collections/Authors/index.ts'
import { importRuns } from './collections/ImportRuns/index.ts'
import { issues } from './collections/Issues/index.ts'
import { newspaperMedia } from './collections/Media/index.ts'
import { pages } from './collections/Pages/index.ts'
import { placements } from './collections/Placements/index.ts'
import { publications } from './collections/Publications/index.ts'
import { transcripts } from './collections/Transcripts/index.ts'
import { reviewRecords } from './collections/ReviewRecords/index.ts'
import { reviewSlips } from './collections/ReviewSlips/index.ts'
import { editions } from './collections/Editions/index.ts'
import { outbox } from './collections/Outbox/index.ts'
import { webhookDeliveries } from './collections/WebhookDeliveries/index.ts'
import { publicState } from './collections/PublicState/index.ts'
import { texts } from './collections/Texts/index.ts'
import { staffUsers } from './collections/Users/index.ts'
import { workflowEvents } from './collections/WorkflowEvents/index.ts'
import { articleEndpoints } from './endpoints/articleTransitions.ts'
import { transitionMutation } from './endpoints/transitionMutation.ts'
import { answerWithdrawn, extendWithdrawn, withdrawnQuery } from './endpoints/withdrawnArticle.ts'
import { previewButton, previewEndpoints, previewLinkEndpoint } from './endpoints/preview.ts'
import { publicationEndpoints } from './endpoints/publishedIssues.ts'
import { feedEndpoints } from './endpoints/feeds.ts'
import { sitemapEndpoints } from './endpoints/sitemaps.ts'
import { articleStandardEndpoints, issueStandardEndpoints } from './endpoints/standards.ts'
import { healthEndpoints } from './endpoints/health.ts'
import { searchEndpoint } from './endpoints/search.ts'
import { publicCollections } from './delivery/publicRoutes.ts'
import { raiseOnSave, raiseRevision } from './delivery/raiseRevision.ts'
import { prepareSearch } from './delivery/search/prepareSearch.ts'
import { followAuthorNames, updateSearch } from './delivery/search/updateSearch.ts'
import { shownCollections } from './delivery/shownCollections.ts'
import { deskMutations, issueEndpoints, pageEndpoints } from './endpoints/desk/index.ts'
import { guardQueries } from './hooks/guardQueries.ts'
import { commands } from './bin/commands.ts'
import { queueOutbox } from './notices/queueOutbox.ts'
import { refuseNewerSchema } from './database/refuseNewerSchema.ts'
import { requireTransactions } from './database/requireTransactions.ts'
import { answerBadQuery } from './refusals/answerBadQuery.ts'
import { answerWriteConflict } from './refusals/answerWriteConflict.ts'
import type { AdminOptions } from './admin/useOptions.ts'
import { disabled } from './disabled.ts'
import {
  resolveOptions,
  type BroadsheetOptions,
  type CollectionName,
  type ComposedOptions,
  type ResolvedOptions,
} from './options.ts'
import { ownedNames } from './options/names.ts'
import { OptionError } from './options/optionError.ts'
import { tailored } from './tailored.ts'

/** The composition root: the only code that touches Payload's config. It never changes the config it is given. */
export function broadsheet(pluginOptions: BroadsheetOptions = {}): Plugin {
  const options = resolveOptions(pluginOptions)
  return (config: Config): Config => (options.enabled ? withNewspaper : withSchemaOnly)(config, options)
}

function withNewspaper(config: Config, options: ResolvedOptions): Config {
  const { slugs, roles, onPublish, search, webhooks, feeds, views } = options
  // Rooms do not import each other: what follows a change of what readers see is put together here.
  const composed: ComposedOptions = {
    ...options,
    onPublicChange: [
      raiseRevision,
      ...(search ? [updateSearch] : []),
      queueOutbox(webhooks),
      async ({ req, change }) => onPublish?.({ ...change, req }),
    ],
  }
  return {
    ...config,
    i18n: {
      fallbackLanguage: 'zh',
      ...config.i18n,
      supportedLanguages: { zh, en, ...config.i18n?.supportedLanguages },
      translations: withViewNames(config.i18n?.translations),
    },
    collections: withShown(
      [
        ...newspaper(options, config).map(withClosedVersions),
        ...withStaffAndMedia(config.collections ?? [], options),
      ],
      { config, options },
    ).map(withGuardedQueries),
    graphQL: {
      ...config.graphQL,
      queries: (graphql, payload) => ({
        ...config.graphQL?.queries?.(graphql, payload),
        ...withdrawnQuery(options)(graphql, payload),
      }),
      mutations: (graphql, payload) => ({
        ...config.graphQL?.mutations?.(graphql, payload),
        ...transitionMutation(options)(graphql, payload),
        ...deskMutations(options)(graphql, payload),
      }),
    },
    hooks: {
      ...config.hooks,
      afterError: [
        ...(config.hooks?.afterError ?? []),
        answerWriteConflict,
        answerBadQuery,
        answerWithdrawn(options),
        extendWithdrawn,
      ],
    },
    loggingLevels: {
      ...config.loggingLevels,
      ...({
        Refusal: 'info',
        Blocked: 'info',
        Withdrawn: 'info',
        QueryError: 'info',
      } as object),
    },
    // The first is for the server's code, the second for the admin's, which is told nothing else.
    custom: { ...config.custom, broadsheet: composed },
    admin: {
      ...config.admin,
      // Payload's own default asks an outside service, and tells it who works here.
      avatar: config.admin?.avatar ?? 'default',
      components: withViews(config.admin?.components, views),
      custom: { ...config.admin?.custom, broadsheet: { slugs, roles } satisfies AdminOptions },
    },
    bin: [...(config.bin ?? []), ...commands()],
    endpoints: [
      ...(config.endpoints ?? []),
      ...(search ? [searchEndpoint(options)] : []),
      ...(feeds ? [...feedEndpoints(options, config), ...sitemapEndpoints(options, config)] : []),
      ...previewEndpoints(options),
      ...healthEndpoints(),
    ],
    onInit: async (payload) => {
      await refuseNewerSchema(payload)
      await requireTransactions(payload)
      if (search) await prepareSearch(payload, slugs)
      await config.onInit?.(payload)
    },
  }
}

/** `enabled: false`: every collection and field stays, so that no table is dropped, and nothing else of ours does. */
function withSchemaOnly(config: Config, options: ResolvedOptions): Config {
  const given = config.collections ?? []
  const fieldsOf = new Map(withStaffAndMedia(given, options).map(({ slug, fields }) => [slug, fields]))
  return {
    ...config,
    collections: [
      ...newspaper(options, config).map(disabled),
      ...given.map((collection) => ({ ...collection, fields: fieldsOf.get(collection.slug) ?? [] })),
    ],
    custom: { ...config.custom, broadsheet: options },
  }
}

/** The newspaper's own collections, as the app wants them to look. */
function newspaper(options: ResolvedOptions, config: Config): CollectionConfig[] {
  const { feeds } = options
  const withPreview = (kind: 'article' | 'issue', collection: CollectionConfig): CollectionConfig => ({
    ...collection,
    admin: { ...collection.admin, preview: previewButton(options, kind) },
    endpoints: [...(collection.endpoints || []), previewLinkEndpoint(options, kind)],
  })
  const collections: Record<CollectionName, CollectionConfig> = {
    publications: { ...publications(options), endpoints: publicationEndpoints(options) },
    issues: withPreview('issue', {
      ...issues(options),
      endpoints: [...issueEndpoints(options), ...(feeds ? issueStandardEndpoints(options, config) : [])],
    }),
    pages: { ...pages(options), endpoints: pageEndpoints(options) },
    articles: withPreview('article', {
      ...withQueues(articles(options), options),
      endpoints: [...articleEndpoints(options), ...(feeds ? articleStandardEndpoints(options, config) : [])],
    }),
    placements: placements(options),
    authors: withSearchedNames(authors(options), options),
    transcripts: transcripts(options),
    importRuns: importRuns(options),
    reviewSlips: reviewSlips(options),
    reviewRecords: reviewRecords(options),
    workflowEvents: workflowEvents(options),
    texts: texts(options),
    publicState: publicState(options),
    editions: editions(options),
    outbox: outbox(options),
    webhookDeliveries: webhookDeliveries(options),
  }
  return (Object.entries(collections) as [CollectionName, CollectionConfig][]).map(([name, collection]) =>
    tailored({ name, collection, options }),
  )
}

/** The app's collections, with the newspaper's fields and access added to its users and media. */
function withStaffAndMedia(collections: CollectionConfig[], options: ResolvedOptions): CollectionConfig[] {
  for (const name of ownedNames) {
    if (!collections.some(({ slug }) => slug === options.slugs[name])) {
      throw new OptionError(
        `slugs.${name}`,
        options.slugs[name],
        'The config has no such collection. Define it, or name the one you have with ' +
          `slugs: { ${name}: '…' }.`,
      )
    }
  }
  return collections.map((collection) => {
    const name = ownedNames.find((owned) => options.slugs[owned] === collection.slug)
    if (!name) return collection
    const ours = { users: staffUsers, media: newspaperMedia }[name](collection, options)
    return withClosedVersions(tailored({ name, collection: ours, options }))
  })
}

/** Articles are searched by the names of their authors too. */
function withSearchedNames(
  collection: CollectionConfig,
  { slugs, search }: ResolvedOptions,
): CollectionConfig {
  if (!search) return collection
  const { hooks } = collection
  const afterChange = [...(hooks?.afterChange ?? []), followAuthorNames(slugs)]
  return { ...collection, hooks: { ...hooks, afterChange } }
}

/** Collections of the app's own that published reads show rows of: a save of one is a change of what readers see. */
function withShown(
  collections: CollectionConfig[],
  { config, options }: { config: Config; options: ResolvedOptions },
): CollectionConfig[] {
  const { slugs, delivery } = options
  const unknown = delivery.alsoShown.find(
    (slug) => !collections.some((collection) => collection.slug === slug),
  )
  if (unknown !== undefined) {
    throw new OptionError('delivery.alsoShown', unknown, 'The config has no such collection.')
  }
  const ours = new Set<string>(Object.values(slugs))
  const from = publicCollections.map((name) => slugs[name])
  const { blocks } = config
  const shown = shownCollections({ collections, ...(blocks ? { blocks } : {}) }, [
    ...from,
    ...delivery.alsoShown,
  ])
  for (const slug of delivery.alsoShown) shown.add(slug)
  const { afterChange, afterDelete } = raiseOnSave(slugs)
  return collections.map((collection) => {
    if (ours.has(collection.slug) || !shown.has(collection.slug)) return collection
    const { hooks } = collection
    return {
      ...collection,
      hooks: {
        ...hooks,
        afterChange: [...(hooks?.afterChange ?? []), ...afterChange],
        afterDelete: [...(hooks?.afterDelete ?? []), ...afterDelete],
      },
    }
  })
}

/** Undefined, Payload shows versions to every user, or asks a table that is not there. */
function withClosedVersions(collection: CollectionConfig): CollectionConfig {
  return { ...collection, access: { readVersions: () => false, ...collection.access } }
}

/**
 * Guards queries before a collection's own hooks, which may write a query anew. The app's collections too: a relation of
 * theirs may lead to the newspaper's.
 */
function withGuardedQueries(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeOperation: [guardQueries, ...(hooks?.beforeOperation ?? [])] },
  }
}
