import type { CollectionConfig, Field } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/**
 * 流转日志: everything that happened to an article, an issue or a user, chained per subject. Append-only (W5):
 * each event carries the hash of the one before, and of the record and text it made.
 */
export function workflowEvents({ slugs }: ResolvedOptions): CollectionConfig {
  const text = (name: string, index = false): Field => ({ name, type: 'text', index })
  return {
    slug: slugs.workflowEvents,
    labels: collectionLabels('workflowEvents'),
    admin: { useAsTitle: 'transition', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    disableDuplicate: true,
    disableBulkEdit: true,
    defaultSort: 'seq',
    indexes: [{ fields: ['subject', 'seq'], unique: true }],
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      {
        name: 'kind',
        type: 'select',
        required: true,
        options: ['article', 'issue', 'user'],
      },
      { name: 'subject', type: 'text', required: true, index: true },
      { name: 'seq', type: 'number', required: true, index: true },
      // Empty for what concerns the whole house, such as a user's roles.
      { name: 'publication', type: 'relationship', relationTo: slugs.publications, index: true },
      text('transition'),
      text('phase'),
      text('from'),
      text('to'),
      text('actorId', true),
      { name: 'rev', type: 'number' },
      { name: 'reason', type: 'textarea' },
      { name: 'details', type: 'json' },
      text('at'),
      text('record'),
      text('recordHash'),
      text('textHash'),
      text('previous'),
      { name: 'hash', type: 'text', required: true },
    ],
  }
}
