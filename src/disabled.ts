import type { CollectionConfig } from 'payload'

const closed = () => false

/**
 * A collection of the newspaper's as it stands while the plugin is switched off: same slug, same fields, same versions, so
 * that the database's schema stays; nobody sees it and nobody writes it.
 */
export function disabled(collection: CollectionConfig): CollectionConfig {
  const { slug, labels, fields, indexes, versions, defaultSort } = collection
  return {
    ...{ slug, fields },
    ...(labels ? { labels } : {}),
    ...(indexes ? { indexes } : {}),
    ...(versions ? { versions } : {}),
    ...(defaultSort ? { defaultSort } : {}),
    admin: { hidden: true },
    endpoints: false,
    graphQL: false,
    access: {
      admin: closed,
      create: closed,
      read: closed,
      readVersions: closed,
      update: closed,
      delete: closed,
      unlock: closed,
    },
  }
}
