import type { CollectionConfig } from 'payload'

import { creatable, readable, staffField, writable } from '../../access/staff.ts'
import { announceOther } from '../../hooks/announceOther.ts'
import { guardApproved } from '../../hooks/guardApproved.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { guardPublic } from '../../hooks/guardPublic.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { importRunField } from '../fields/importRunField.ts'
import { publicField, publicRows } from '../fields/publicField.ts'

/** 作者: one person (or organisation) who writes for a publication; namesakes are told apart by a note. */
export function authors({ slugs }: ResolvedOptions): CollectionConfig {
  const seen = guardPublic('sectionHead', 'chief')
  const judged = guardApproved(slugs, { path: 'authors', allowed: ['sectionHead', 'chief'] })
  const announced = announceOther(slugs, (row) => row.public === true)
  const writers = ['reporter', 'editor', 'sectionHead', 'chief'] as const
  return {
    slug: slugs.authors,
    labels: collectionLabels('authors'),
    admin: {
      useAsTitle: 'name',
      group: label('group.newspaper'),
      defaultColumns: ['name', 'note', 'kind', 'publication', 'public'],
    },
    defaultSort: 'name',
    indexes: [{ fields: ['publication', 'name', 'note'], unique: true }],
    access: {
      read: readable({ path: 'publication', open: publicRows }),
      create: creatable(writers),
      update: writable(writers, 'publication'),
      delete: writable(['editor', 'sectionHead', 'chief'], 'publication'),
    },
    defaultPopulate: { name: true, note: true, kind: true },
    hooks: {
      beforeOperation: [readPublishedOnly],
      beforeChange: [
        seen.beforeChange,
        judged.beforeChange,
        guardPublication({ publication: slugs.publications }),
      ],
      afterChange: [announced.afterChange],
      beforeDelete: [
        seen.beforeDelete,
        judged.beforeDelete,
        refuseDeleteInUse([{ collection: slugs.articles, path: 'authors' }]),
      ],
    },
    fields: [
      idField,
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', required: true, index: true, label: label('authors.name') },
          {
            name: 'note',
            type: 'text',
            defaultValue: '',
            label: label('authors.note'),
            admin: { description: label('authors.note.help') },
          },
        ],
      },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
        label: label('authors.publication'),
      },
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'person',
        options: (['person', 'organisation'] as const).map((value) => ({
          value,
          label: label(`authors.kind.${value}`),
        })),
        label: label('authors.kind'),
      },
      {
        name: 'user',
        type: 'relationship',
        relationTo: slugs.users,
        index: true,
        access: { read: staffField },
        label: label('authors.user'),
        admin: { position: 'sidebar', description: label('authors.user.help') },
      },
      publicField,
      importRunField(slugs.importRuns),
      {
        name: 'articles',
        type: 'join',
        collection: slugs.articles,
        on: 'authors',
        defaultSort: '-createdAt',
        label: label('authors.articles'),
        admin: { defaultColumns: ['title', 'stage', 'updatedAt'], allowCreate: false },
      },
    ],
  }
}
