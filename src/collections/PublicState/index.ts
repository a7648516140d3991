import type { CollectionConfig } from 'payload'

import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/**
 * One row with one number, raised in every transaction that publishes, and a row each for plain saves that are not counted yet; only
 * our own code looks at them.
 */
export function publicState({ slugs }: ResolvedOptions): CollectionConfig {
  return {
    slug: slugs.publicState,
    labels: collectionLabels('publicState'),
    admin: { hidden: true },
    access: { read: () => false, create: () => false, update: () => false, delete: () => false },
    graphQL: false,
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    hooks: { beforeOperation: [refuseWrites] },
    fields: [idField, { name: 'revision', type: 'number', required: true, defaultValue: 0 }],
  }
}
