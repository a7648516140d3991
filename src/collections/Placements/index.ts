import type { CollectionConfig } from 'payload'

import { nobody, readable, staffField } from '../../access/staff.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { guardPublic } from '../../hooks/guardPublic.ts'
import { guardSignedPlacement } from '../../hooks/guardSigned.ts'
import { queryByDay } from '../../hooks/queryByDay.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { publicField, publicRows } from '../fields/publicField.ts'
import { keepIssue } from './keepIssue.ts'

/** 上版: where an article stands. A jump (下转) is a second placement of the same article. */
export function placements({ slugs }: ResolvedOptions): CollectionConfig {
  const frozen = guardPublic()
  const signed = guardSignedPlacement(slugs)
  const staffOnly = { read: staffField }
  return {
    slug: slugs.placements,
    labels: collectionLabels('placements'),
    admin: {
      useAsTitle: 'id',
      group: label('group.newspaper'),
      defaultColumns: ['article', 'page', 'issue', 'order', 'jump'],
      hideAPIURL: true,
    },
    defaultSort: 'order',
    indexes: [{ fields: ['page', 'article'], unique: true }],
    access: {
      read: readable({ path: 'issue.publication', open: publicRows }),
      // Laid out on the board alone, where every operation is recorded.
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    hooks: {
      beforeOperation: [readPublishedOnly, queryByDay(['issue.date', 'page.issue.date'])],
      beforeChange: [
        frozen.beforeChange,
        signed.beforeChange,
        guardPublication({ page: slugs.pages, issue: slugs.issues }),
        keepIssue(slugs),
      ],
      beforeDelete: [frozen.beforeDelete, signed.beforeDelete],
    },
    fields: [
      idField,
      {
        name: 'article',
        type: 'relationship',
        relationTo: slugs.articles,
        required: true,
        index: true,
        label: label('placements.article'),
      },
      {
        name: 'page',
        type: 'relationship',
        relationTo: slugs.pages,
        required: true,
        index: true,
        label: label('placements.page'),
      },
      {
        name: 'issue',
        type: 'relationship',
        relationTo: slugs.issues,
        index: true,
        label: label('placements.issue'),
        admin: { readOnly: true },
      },
      {
        name: 'order',
        type: 'number',
        required: true,
        defaultValue: 0,
        index: true,
        label: label('placements.order'),
      },
      {
        type: 'row',
        fields: [
          {
            name: 'jump',
            type: 'select',
            required: true,
            defaultValue: 'none',
            options: (['none', 'out', 'in'] as const).map((value) => ({
              value,
              label: label(`placements.jump.${value}`),
            })),
            label: label('placements.jump'),
          },
          { name: 'jumpPage', type: 'text', label: label('placements.jumpPage') },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'transcript',
            type: 'relationship',
            relationTo: slugs.transcripts,
            access: staffOnly,
            label: label('placements.transcript'),
          },
          {
            name: 'startLine',
            type: 'number',
            min: 1,
            access: staffOnly,
            label: label('placements.startLine'),
          },
          { name: 'endLine', type: 'number', min: 1, access: staffOnly, label: label('placements.endLine') },
        ],
      },
      {
        name: 'tombstone',
        type: 'textarea',
        access: { create: nobody, update: nobody },
        label: label('placements.tombstone'),
        admin: { hidden: true },
      },
      publicField,
    ],
  }
}
