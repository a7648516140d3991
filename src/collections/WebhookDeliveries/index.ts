import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/** One message for one receiver: how often it was tried, what was answered, when it is tried again. Only the sender writes it. */
export function webhookDeliveries({ slugs }: ResolvedOptions): CollectionConfig {
  return {
    slug: slugs.webhookDeliveries,
    labels: collectionLabels('webhookDeliveries'),
    admin: {
      useAsTitle: 'message',
      group: label('group.archive'),
      defaultColumns: ['message', 'endpoint', 'status', 'attempts', 'updatedAt'],
      hideAPIURL: true,
    },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    defaultSort: '-createdAt',
    indexes: [{ fields: ['message', 'endpoint'], unique: true }],
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      {
        name: 'message',
        type: 'text',
        required: true,
        index: true,
        label: label('webhookDeliveries.message'),
      },
      { name: 'publication', type: 'relationship', relationTo: slugs.publications, index: true },
      { name: 'endpoint', type: 'text', required: true, label: label('webhookDeliveries.endpoint') },
      {
        name: 'status',
        type: 'select',
        required: true,
        index: true,
        options: (['pending', 'delivered', 'failed'] as const).map((value) => ({
          value,
          label: label(`webhookDeliveries.status.${value}`),
        })),
        label: label('webhookDeliveries.status'),
      },
      { name: 'attempts', type: 'number', required: true, label: label('webhookDeliveries.attempts') },
      // A claim is a compare-and-set on it: of several processes one sends.
      { name: 'rev', type: 'number', required: true, admin: { hidden: true } },
      { name: 'nextAt', type: 'text', index: true, admin: { hidden: true } },
      { name: 'log', type: 'json', label: label('webhookDeliveries.log') },
    ],
  }
}
