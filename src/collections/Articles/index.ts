import type { CollectionConfig } from 'payload'

import { creatable, readable } from '../../access/staff.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { queryByDay } from '../../hooks/queryByDay.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { mayUpdate } from './access/mayUpdate.ts'
import { articleFields } from './fields.ts'
import { guardWrites } from './hooks/guardWrites.ts'
import { keepUnwritable } from './hooks/keepUnwritable.ts'
import { nameArticle } from './hooks/nameArticle.ts'
import { openArticle } from './hooks/openArticle.ts'
import { queryByStage } from './hooks/queryByStage.ts'
import { saveArticle } from './hooks/saveArticle.ts'

/** 稿件: one text. Where it stands is a placement, how far it has come is its slip. The only collection with drafts. */
export function articles(options: ResolvedOptions): CollectionConfig {
  const { slugs } = options
  return {
    slug: slugs.articles,
    labels: collectionLabels('articles'),
    admin: {
      useAsTitle: 'title',
      group: label('group.newspaper'),
      defaultColumns: ['title', 'stage', 'authors', 'column', 'updatedAt'],
      listSearchableFields: ['title', 'kicker', 'headline', 'bylineRaw'],
      components: {
        edit: {
          PublishButton: 'payload-plugin-broadsheet/client#Nothing',
          UnpublishButton: 'payload-plugin-broadsheet/client#Nothing',
          SaveDraftButton: 'payload-plugin-broadsheet/client#SaveArticle',
          Status: 'payload-plugin-broadsheet/client#ArticleStatus',
        },
        views: { edit: { version: { actions: ['payload-plugin-broadsheet/client#RestoreVersion'] } } },
      },
    },
    versions: { drafts: { schedulePublish: false }, maxPerDoc: 0 },
    // A save names its revision and a stale one is merged: a lock would keep out whoever the text was passed on to.
    lockDocuments: { duration: 0 },
    disableDuplicate: true,
    disableBulkEdit: true,
    // Hardly any article corrects another: by this index SQLite finds those of one in order, and need not walk through all.
    indexes: [{ fields: ['corrects', 'createdAt'] }],
    access: {
      read: readable({ path: 'publication', open: { _status: { equals: 'published' } } }),
      readVersions: readable({ path: 'version.publication', open: false }),
      create: creatable(['reporter', 'editor', 'sectionHead', 'chief']),
      update: mayUpdate(slugs),
      delete: () => false,
    },
    defaultPopulate: {
      headline: true,
      kicker: true,
      deck: true,
      column: true,
      authors: true,
      title: true,
    },
    hooks: {
      beforeOperation: [readPublishedOnly, guardWrites, queryByDay(['printedOn']), queryByStage(slugs)],
      beforeChange: [
        guardPublication({ publication: slugs.publications }),
        keepUnwritable,
        nameArticle,
        openArticle(slugs),
      ],
      afterChange: [saveArticle(slugs)],
    },
    fields: articleFields(options),
  }
}
