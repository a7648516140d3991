import type { Field } from 'payload'

import { nobody, staffField } from '../../access/staff.ts'
import { issueStages } from '../../core/issue/index.ts'
import { issueStageLabel, label } from '../../translations/index.ts'
import { shownMoment } from '../fields/shownMoment.ts'

const closed = { read: staffField, create: nobody, update: nobody }
const shown = { create: nobody, update: nobody }

/**
 * Where an issue stands, and what its signature stands on. Only the desk writes them, by compare-and-set on `rev`;
 * lists are JSON, because a compare-and-set on SQLite may hold no array.
 */
export function issueDeskFields(): Field[] {
  const text = (name: string): Field => ({ name, type: 'text', access: closed, admin: { hidden: true } })
  const json = (name: string): Field => ({ name, type: 'json', access: closed, admin: { hidden: true } })
  return [
    {
      name: 'stage',
      type: 'select',
      required: true,
      defaultValue: 'planning',
      index: true,
      options: issueStages.map((value) => ({ value, label: issueStageLabel(value) })),
      access: closed,
      label: label('issues.stage'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'rev', type: 'number', defaultValue: 1, access: closed, admin: { hidden: true } },
    {
      name: 'publishAt',
      type: 'date',
      index: true,
      access: closed,
      label: label('issues.publishAt'),
      admin: {
        ...{ readOnly: true, position: 'sidebar', date: shownMoment },
        condition: (data) => Boolean(data?.publishAt),
      },
    },
    {
      name: 'publishedAt',
      type: 'date',
      index: true,
      access: shown,
      label: label('issues.publishedAt'),
      admin: {
        ...{ readOnly: true, position: 'sidebar', date: shownMoment },
        condition: (data) => Boolean(data?.publishedAt),
      },
    },
    {
      name: 'notice',
      type: 'textarea',
      access: shown,
      label: label('issues.notice'),
      admin: { hidden: true },
    },
    text('signedBy'),
    text('signedAt'),
    text('signature'),
    json('dropped'),
    json('acknowledgements'),
    json('waivers'),
    json('pending'),
    // The move of `pending` by itself: what waits for a second person is found by an index.
    { ...text('pendingMove'), index: true } as Field,
  ]
}
