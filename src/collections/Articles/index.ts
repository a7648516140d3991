import type { CollectionConfig } from 'payload'

import { creatable, readable, writable } from '../../access/staff.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { articleFields } from './fields.ts'
import { deletePlacements } from './hooks/deletePlacements.ts'
import { guardPublishing, mayPublish } from './hooks/guardPublishing.ts'
import { nameArticle } from './hooks/nameArticle.ts'
import { refreshArticlePublic } from './hooks/refreshArticlePublic.ts'

/** 稿件: one text. Where it stands is a placement. The only collection with drafts. */
export function articles(options: ResolvedOptions): CollectionConfig {
  const { slugs } = options
  const refresh = refreshArticlePublic(slugs)
  const desk = ['editor', 'sectionHead', 'chief', 'proofreader'] as const
  return {
    slug: slugs.articles,
    labels: collectionLabels('articles'),
    admin: {
      useAsTitle: 'title',
      group: label('group.newspaper'),
      defaultColumns: ['title', '_status', 'authors', 'column', 'updatedAt'],
      listSearchableFields: ['title', 'kicker', 'headline', 'bylineRaw'],
    },
    versions: { drafts: true, maxPerDoc: 0 },
    disableDuplicate: true,
    disableBulkEdit: true,
    access: {
      read: readable({ path: 'publication', open: { _status: { equals: 'published' } } }),
      readVersions: readable({ path: 'version.publication', open: false }),
      create: creatable(['reporter', ...desk]),
      update: mayPublish(writable(['reporter', ...desk], 'publication')),
      delete: writable(['sectionHead', 'chief'], 'publication'),
    },
    defaultPopulate: { headline: true, kicker: true, deck: true, column: true, authors: true, title: true },
    hooks: {
      beforeOperation: [readPublishedOnly, guardPublishing],
      beforeChange: [guardPublication({ publication: slugs.publications }), nameArticle, ...refresh.beforeChange],
      afterChange: refresh.afterChange,
      beforeDelete: [deletePlacements(slugs)],
      afterDelete: refresh.afterDelete,
    },
    fields: articleFields(options),
  }
}
