import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/** 定稿文本: a text that somebody judged, word for word, under the hash that the judgement names (W5). */
export function texts({ slugs }: ResolvedOptions): CollectionConfig {
  return {
    slug: slugs.texts,
    labels: collectionLabels('texts'),
    admin: { useAsTitle: 'hash', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    indexes: [{ fields: ['article', 'hash'], unique: true }],
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
      { name: 'hash', type: 'text', required: true, index: true },
      { name: 'canonical', type: 'textarea', required: true },
    ],
  }
}
