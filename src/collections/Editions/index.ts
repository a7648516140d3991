import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { editionKinds } from '../../core/issue/index.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { label } from '../../translations/index.ts'

/**
 * 出版清单: what one publication, correction or withdrawal put before readers, and who signed it: ids and hashes, as
 * canonical JSON under its own hash. Append-only (W5); each names the hash of the one before it.
 */
export function editions({ slugs }: ResolvedOptions): CollectionConfig {
  return {
    slug: slugs.editions,
    labels: collectionLabels('editions'),
    admin: { useAsTitle: 'id', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    defaultSort: '-number',
    indexes: [{ fields: ['issue', 'number'], unique: true }],
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      { name: 'issue', type: 'text', required: true, index: true },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
      },
      { name: 'number', type: 'number', required: true },
      { name: 'kind', type: 'select', required: true, options: [...editionKinds] },
      { name: 'at', type: 'text', required: true },
      { name: 'actorId', type: 'text', required: true },
      { name: 'previous', type: 'text' },
      { name: 'manifest', type: 'textarea', required: true },
      { name: 'hash', type: 'text', required: true, index: true },
    ],
  }
}
