import type { CollectionConfig } from 'payload'

import { creatable, readable, staffField, writable } from '../../access/staff.ts'
import { announceOther } from '../../hooks/announceOther.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import type { ResolvedOptions } from '../../options.ts'
import type { profiles as builtIn } from '../../core/workflow/index.ts'
import { label, profileLabel } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { validateSlug } from './validateSlug.ts'

/** 报纸: a newspaper under its masthead. Its name is public from the start. */
export function publications({ slugs, profiles }: ResolvedOptions): CollectionConfig {
  const announced = announceOther(slugs, () => true)
  return {
    slug: slugs.publications,
    labels: collectionLabels('publications'),
    admin: {
      useAsTitle: 'name',
      group: label('group.newspaper'),
      defaultColumns: ['name', 'slug', 'cnNumber'],
    },
    access: {
      read: readable({ path: 'id', open: { id: { exists: true } } }),
      create: creatable(['chief', 'admin']),
      update: writable(['chief', 'admin'], 'id'),
      delete: writable(['admin'], 'id'),
    },
    defaultPopulate: { name: true, slug: true },
    hooks: {
      afterChange: [announced.afterChange],
      afterDelete: [announced.afterDelete],
      beforeDelete: [
        refuseDeleteInUse([
          { collection: slugs.issues, path: 'publication' },
          { collection: slugs.articles, path: 'publication' },
        ]),
      ],
    },
    fields: [
      idField,
      {
        name: 'name',
        type: 'text',
        required: true,
        unique: true,
        index: true,
        label: label('publications.name'),
      },
      {
        name: 'slug',
        type: 'text',
        required: true,
        unique: true,
        index: true,
        label: label('publications.slug'),
        admin: { description: label('publications.slug.help') },
        validate: validateSlug,
      },
      {
        name: 'profile',
        type: 'select',
        required: true,
        defaultValue: 'newsroom',
        options: Object.values(profiles).map(({ name, label: own }) => ({
          value: name,
          label: own ?? profileLabel(name as keyof typeof builtIn),
        })),
        access: { read: staffField },
        label: label('publications.profile'),
        admin: { description: label('publications.profile.help') },
      },
      { name: 'cnNumber', type: 'text', label: label('publications.cnNumber') },
      { name: 'language', type: 'text', defaultValue: 'zh', label: label('publications.language') },
    ],
  }
}
