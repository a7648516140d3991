import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { shownJson } from '../fields/shownJson.ts'
import { shownMoment } from '../fields/shownMoment.ts'

/** 导入记录: what one run of the importer read, made and reported. Only the importer writes it. */
export function importRuns({ slugs }: ResolvedOptions): CollectionConfig {
  const statuses = ['running', 'success', 'partial', 'failed', 'rolledBack'] as const
  return {
    slug: slugs.importRuns,
    labels: collectionLabels('importRuns'),
    admin: {
      useAsTitle: 'title',
      group: label('group.archive'),
      defaultColumns: ['title', 'publication', 'status', 'startedAt', 'finishedAt'],
    },
    defaultSort: '-startedAt',
    disableDuplicate: true,
    disableBulkEdit: true,
    hooks: { beforeOperation: [refuseWrites] },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    defaultPopulate: { title: true, status: true },
    fields: [
      idField,
      {
        name: 'title',
        type: 'text',
        required: true,
        label: label('importRuns.title'),
        admin: { readOnly: true },
      },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
        label: label('importRuns.publication'),
        admin: { readOnly: true },
      },
      {
        name: 'status',
        type: 'select',
        required: true,
        options: statuses.map((value) => ({ value, label: label(`importRuns.status.${value}`) })),
        label: label('importRuns.status'),
        admin: { readOnly: true },
      },
      {
        name: 'startedAt',
        type: 'date',
        required: true,
        label: label('importRuns.startedAt'),
        admin: {
          readOnly: true,
          date: shownMoment,
        },
      },
      {
        name: 'finishedAt',
        type: 'date',
        label: label('importRuns.finishedAt'),
        admin: {
          readOnly: true,
          date: shownMoment,
        },
      },
      { name: 'sources', type: 'json', label: label('importRuns.sources'), admin: shownJson },
      { name: 'counts', type: 'json', label: label('importRuns.counts'), admin: shownJson },
      {
        name: 'diagnostics',
        type: 'json',
        label: label('importRuns.diagnostics'),
        admin: { components: { Field: 'payload-plugin-broadsheet/client#Doubts' } },
      },
    ],
  }
}
