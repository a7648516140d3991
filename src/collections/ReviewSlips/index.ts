import type { CollectionConfig, Field } from 'payload'

import { readable } from '../../access/staff.ts'
import { stages } from '../../core/workflow/index.ts'
import { refuseWrites } from '../../hooks/refuseWrites.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label, stageLabel } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { trailFields } from '../fields/trailFields.ts'

/**
 * 审稿单: where an article stands. One per article; only the workflow writes it, by compare-and-set on `rev`.
 * Lists are JSON, because a compare-and-set on SQLite may hold no array.
 */
export function reviewSlips({ slugs }: ResolvedOptions): CollectionConfig {
  const text = (name: string): Field => ({ name, type: 'text' })
  const json = (name: string): Field => ({ name, type: 'json' })
  return {
    slug: slugs.reviewSlips,
    labels: collectionLabels('reviewSlips'),
    admin: { useAsTitle: 'stage', group: label('group.archive'), hidden: true },
    access: {
      read: readable({ path: 'publication', open: false }),
      create: () => false,
      update: () => false,
      delete: () => false,
    },
    // What is under way in a newspaper, for its queues, its board and its checks.
    indexes: [{ fields: ['publication', 'stage', 'createdAt'] }],
    disableDuplicate: true,
    disableBulkEdit: true,
    hooks: { beforeOperation: [refuseWrites] },
    fields: [
      idField,
      // A plain id: the article names its slip, and two foreign keys cannot both be written first.
      { name: 'article', type: 'text', required: true, unique: true, index: true },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        index: true,
      },
      {
        name: 'stage',
        type: 'select',
        required: true,
        index: true,
        label: label('articles.stage'),
        options: stages.map((value) => ({ value, label: stageLabel(value) })),
      },
      { name: 'cycle', type: 'number', required: true },
      { name: 'rev', type: 'number', required: true },
      { name: 'enteredRev', type: 'number', required: true },
      json('path'),
      text('creator'),
      text('submittedBy'),
      { name: 'contentHash', type: 'text', required: true },
      text('approvedHash'),
      json('writers'),
      { name: 'held', type: 'checkbox', defaultValue: false },
      { name: 'urgent', type: 'checkbox', defaultValue: false },
      text('embargoUntil'),
      json('filing'),
      { name: 'assignee', type: 'text', index: true },
      text('dueAt'),
      json('flags'),
      json('pending'),
      // The move of `pending` by itself: what waits for a second person is found by an index.
      { name: 'pendingMove', type: 'text', index: true },
      json('correction'),
      json('withdrawal'),
      { name: 'live', type: 'checkbox', defaultValue: false, index: true },
      text('publicHash'),
      text('publishedAt'),
      ...trailFields,
    ],
  }
}
