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

/** The two collections that belong to the app. */
export const ownedNames = ['users', 'media'] as const
export type OwnedName = (typeof ownedNames)[number]

/** Headings of the admin's navigation. */
export const groupNames = ['newspaper', 'archive', 'people'] as const
export type GroupName = (typeof groupNames)[number]

/** The plugin's own views of the admin that an app may do without. */
export const viewNames = ['issues', 'queues'] as const
export type ViewName = (typeof viewNames)[number]

/** Slugs of the newspaper's collections, and of the two that belong to the app. */
export type Slugs = Readonly<Record<CollectionName | OwnedName, string>>
