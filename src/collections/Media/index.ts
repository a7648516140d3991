import type { CollectionConfig } from 'payload'

import { creatable, readable, writable } from '../../access/staff.ts'
import { announceOther } from '../../hooks/announceOther.ts'
import { guardApproved } from '../../hooks/guardApproved.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { guardPublic } from '../../hooks/guardPublic.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { publicField } from '../fields/publicField.ts'

/**
 * The app's own media, closed until a published article shows them. A file without a publication belongs
 * to the house: all staff see it.
 */
export function newspaperMedia(
  media: CollectionConfig,
  { slugs, groups }: ResolvedOptions,
): CollectionConfig {
  const seen = guardPublic('sectionHead', 'chief')
  const judged = guardApproved(slugs, { path: 'pictures.media', allowed: ['sectionHead', 'chief'] })
  const announced = announceOther(slugs, (row) => row.public === true)
  const desk = ['reporter', 'editor', 'sectionHead', 'chief', 'pageEditor'] as const
  return {
    ...media,
    labels: media.labels ?? collectionLabels('media'),
    admin: { group: groups.people ?? label('group.people'), ...media.admin },
    access: {
      read: readable({ path: 'publication', open: { public: { equals: true } } }),
      create: creatable(desk),
      update: writable(desk, 'publication'),
      delete: writable(['editor', 'sectionHead', 'chief'], 'publication'),
      ...media.access,
    },
    hooks: {
      ...media.hooks,
      afterChange: [...(media.hooks?.afterChange ?? []), announced.afterChange],
      beforeDelete: [...(media.hooks?.beforeDelete ?? []), seen.beforeDelete, judged.beforeDelete],
      beforeOperation: [...(media.hooks?.beforeOperation ?? []), readPublishedOnly],
      beforeChange: [
        ...(media.hooks?.beforeChange ?? []),
        seen.beforeChange,
        judged.beforeChange,
        guardPublication({ publication: slugs.publications }),
      ],
    },
    fields: [
      ...media.fields,
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        index: true,
        label: label('media.publication'),
      },
      publicField,
    ],
  }
}
