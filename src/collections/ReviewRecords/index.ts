import type { CollectionConfig, Field } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/** 审稿记录: one decision about one text. Append-only for everyone (W5); users are kept as plain ids for ever. */
export function reviewRecords({ slugs }: ResolvedOptions): CollectionConfig {
  const text = (name: string, index = false): Field => ({ name, type: 'text', index })
  const json = (name: string): Field => ({ name, type: 'json' })
  return {
    slug: slugs.reviewRecords,
    labels: collectionLabels('reviewRecords'),
    admin: { useAsTitle: 'step', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    defaultSort: 'rev',
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      { name: 'article', type: 'text', required: true, index: true },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
      },
      { name: 'cycle', type: 'number', required: true },
      text('step'),
      text('decision'),
      text('transition'),
      text('actorId', true),
      text('role'),
      { name: 'rev', type: 'number', required: true, index: true },
      text('hash'),
      text('previousHash'),
      { name: 'opinion', type: 'textarea' },
      json('change'),
      json('errors'),
      json('override'),
      json('supersedes'),
      text('at'),
    ],
  }
}
