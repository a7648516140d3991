import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/**
 * What has to be told to other systems, written in the transaction that changed what readers see; its id is the
 * message's. Only what is public stands in it. The sender passes it on and marks it as dispatched.
 */
export function outbox({ slugs }: ResolvedOptions): CollectionConfig {
  return {
    slug: slugs.outbox,
    labels: collectionLabels('outbox'),
    admin: { useAsTitle: 'kind', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    defaultSort: '-at',
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      { name: 'kind', type: 'text', required: true },
      { name: 'publication', type: 'relationship', relationTo: slugs.publications, index: true },
      { name: 'issue', type: 'text', index: true },
      { name: 'at', type: 'text', required: true, index: true },
      { name: 'payload', type: 'json', required: true },
      { name: 'dispatched', type: 'checkbox', defaultValue: false, index: true },
    ],
  }
}
