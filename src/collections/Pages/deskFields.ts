import type { Field } from 'payload'

import { nobody, staffField } from '../../access/staff.ts'
import { pageStages } from '../../core/issue/index.ts'
import { label, pageStageLabel } from '../../translations/index.ts'

const closed = { read: staffField, create: nobody, update: nobody }

/**
 * Where a page stands, who laid it out and who signed what. Only the desk writes them, by compare-and-set on `rev`;
 * lists are JSON, because a compare-and-set on SQLite may hold no array.
 */
export function pageDeskFields(): Field[] {
  const text = (name: string): Field => ({ name, type: 'text', access: closed, admin: { hidden: true } })
  const json = (name: string): Field => ({ name, type: 'json', access: closed, admin: { hidden: true } })
  return [
    {
      name: 'stage',
      type: 'select',
      required: true,
      defaultValue: 'makeup',
      index: true,
      options: pageStages.map((value) => ({ value, label: pageStageLabel(value) })),
      access: closed,
      label: label('pages.stage'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'rev', type: 'number', defaultValue: 1, access: closed, admin: { hidden: true } },
    text('signedBy'),
    text('signedAt'),
    text('signature'),
    json('dropped'),
    json('layoutBy'),
    // 版面署名: derived when the issue is published, and then as public as the page.
    {
      name: 'responsibility',
      type: 'json',
      access: { create: nobody, update: nobody },
      label: label('pages.responsibility'),
      admin: { hidden: true },
    },
  ]
}
