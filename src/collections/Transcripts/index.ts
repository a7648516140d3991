import type { CollectionConfig } from 'payload'

import { readable } from '../../access/staff.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'

/** 版面原文: a page's text as it came, kept for ever. Only the importer writes it, and only staff read it. */
export function transcripts({ slugs }: ResolvedOptions): CollectionConfig {
  const readOnly = { readOnly: true } as const
  return {
    slug: slugs.transcripts,
    labels: collectionLabels('transcripts'),
    admin: {
      useAsTitle: 'fileName',
      group: label('group.archive'),
      defaultColumns: ['fileName', 'issue', 'page', 'current', 'encoding', 'lineCount'],
    },
    indexes: [{ fields: ['page', 'sha256'], unique: true }],
    disableDuplicate: true,
    disableBulkEdit: true,
    hooks: { beforeOperation: [refuseWrites] },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    defaultPopulate: { fileName: true },
    fields: [
      idField,
      {
        name: 'fileName',
        type: 'text',
        required: true,
        label: label('transcripts.fileName'),
        admin: readOnly,
      },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
        label: label('transcripts.publication'),
        admin: readOnly,
      },
      {
        name: 'issue',
        type: 'relationship',
        relationTo: slugs.issues,
        required: true,
        index: true,
        label: label('transcripts.issue'),
        admin: readOnly,
      },
      {
        name: 'page',
        type: 'relationship',
        relationTo: slugs.pages,
        required: true,
        index: true,
        label: label('transcripts.page'),
        admin: readOnly,
      },
      {
        name: 'importRun',
        type: 'relationship',
        relationTo: slugs.importRuns,
        index: true,
        label: label('transcripts.importRun'),
        admin: readOnly,
      },
      {
        name: 'sha256',
        type: 'text',
        required: true,
        index: true,
        label: label('transcripts.sha256'),
        admin: readOnly,
      },
      {
        name: 'encoding',
        type: 'text',
        required: true,
        label: label('transcripts.encoding'),
        admin: readOnly,
      },
      {
        name: 'lineCount',
        type: 'number',
        required: true,
        label: label('transcripts.lineCount'),
        admin: readOnly,
      },
      {
        name: 'current',
        type: 'checkbox',
        required: true,
        defaultValue: true,
        index: true,
        label: label('transcripts.current'),
        admin: { ...readOnly, description: label('transcripts.current.help') },
      },
      // What became of it, for the importer alone: `PageProvenance`.
      { name: 'provenance', type: 'json', label: label('transcripts.provenance'), admin: { hidden: true } },
      {
        name: 'text',
        type: 'textarea',
        required: true,
        label: label('transcripts.text'),
        admin: { ...readOnly, rows: 30 },
      },
    ],
  }
}
