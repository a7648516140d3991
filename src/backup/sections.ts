import {
  buildVersionCollectionFields,
  type FlattenedField,
  type Payload,
  type SanitizedCollectionConfig,
} from 'payload'

import type { IdKind, SectionName } from './format.ts'

/** One collection's documents, or its versions. */
export interface Section extends SectionName {
  fields: FlattenedField[]
}

/** What is of the process and the moment, and not of the house. */
const passing = ['payload-migrations', 'payload-locked-documents', 'payload-jobs', 'payload-kv']
/** Nothing refers to these by id: they may get new ones. */
const renumbered = ['payload-preferences']

/** The collections that a backup holds: all of the app's, in a fixed order, and what people have set for themselves. */
export function keptCollections(payload: Payload): SanitizedCollectionConfig[] {
  return payload.config.collections
    .filter(({ slug }) => !passing.includes(slug))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** What to write and to read, in order: of each collection its documents, then its versions; then the globals. */
export function sectionsOf(payload: Payload): Section[] {
  return [
    ...keptCollections(payload).flatMap((collection): Section[] => [
      { collection: collection.slug, of: 'documents', fields: collection.flattenedFields },
      ...(collection.versions
        ? [
            {
              ...{ collection: collection.slug, of: 'versions' as const },
              fields: buildVersionCollectionFields(payload.config, collection, true),
            },
          ]
        : []),
    ]),
    ...payload.config.globals.map(({ slug, flattenedFields }): Section => ({
      collection: slug,
      of: 'global',
      fields: flattenedFields,
    })),
  ]
}

/** How a collection's documents are named here. */
export function idKindOf(payload: Payload, slug: string): IdKind {
  const own = payload.collections[slug]?.customIDType
  if (own) return own
  const { name, idType } = payload.db as { name: string; idType?: string }
  if (name === 'mongoose') return 'objectId'
  return idType === 'uuid' ? 'uuid' : 'number'
}

/** Whether documents of a collection may come back under other ids. */
export function mayRenumber(slug: string): boolean {
  return renumbered.includes(slug)
}
