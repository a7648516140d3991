import type { CollectionConfig } from 'payload'

import { creatable, nobody, readable, writable } from '../../access/staff.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { guardPublic } from '../../hooks/guardPublic.ts'
import { guardSignedPage } from '../../hooks/guardSigned.ts'
import { queryByDay } from '../../hooks/queryByDay.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { publicField, publicRows } from '../fields/publicField.ts'
import { pageDeskFields } from './deskFields.ts'
import { namePage } from './namePage.ts'

/** 版: one page of an issue, unique by issue and number. */
export function pages({ slugs }: ResolvedOptions): CollectionConfig {
  const frozen = guardPublic()
  const signed = guardSignedPage(slugs)
  return {
    slug: slugs.pages,
    labels: collectionLabels('pages'),
    admin: {
      useAsTitle: 'title',
      group: label('group.newspaper'),
      defaultColumns: ['title', 'issue', 'number', 'name', 'public'],
    },
    defaultSort: 'sequence',
    indexes: [{ fields: ['issue', 'number'], unique: true }],
    access: {
      read: readable({ path: 'issue.publication', open: publicRows }),
      create: creatable(['editor', 'sectionHead', 'chief', 'pageEditor', 'issueManager']),
      update: writable(['editor', 'sectionHead', 'chief', 'pageEditor', 'issueManager'], 'issue.publication'),
      delete: writable(['chief', 'pageEditor', 'issueManager'], 'issue.publication'),
    },
    defaultPopulate: { title: true, issue: true, number: true, name: true, sequence: true },
    hooks: {
      beforeOperation: [readPublishedOnly, queryByDay(['issue.date'])],
      beforeValidate: [namePage],
      beforeChange: [frozen.beforeChange, signed.beforeChange, guardPublication({ issue: slugs.issues })],
      beforeDelete: [
        frozen.beforeDelete,
        signed.beforeDelete,
        refuseDeleteInUse([
          { collection: slugs.placements, path: 'page' },
          // The page's text as it came stays with its page for ever.
          { collection: slugs.transcripts, path: 'page' },
        ]),
      ],
    },
    fields: [
      idField,
      { name: 'title', type: 'text', label: label('pages.title'), admin: { hidden: true } },
      {
        name: 'issue',
        type: 'relationship',
        relationTo: slugs.issues,
        required: true,
        // What stands on it names the issue too, and would stay behind.
        access: { update: nobody },
        index: true,
        label: label('pages.issue'),
      },
      {
        type: 'row',
        fields: [
          {
            name: 'number',
            type: 'text',
            required: true,
            label: label('pages.number'),
            admin: { description: label('pages.number.help') },
          },
          {
            name: 'name',
            type: 'text',
            label: label('pages.name'),
            admin: { description: label('pages.name.help') },
          },
          { name: 'sequence', type: 'number', required: true, index: true, label: label('pages.sequence') },
        ],
      },
      ...pageDeskFields(),
      publicField,
      {
        name: 'placements',
        type: 'join',
        collection: slugs.placements,
        on: 'page',
        defaultSort: 'order',
        defaultLimit: 100,
        maxDepth: 2,
        label: label('pages.placements'),
        admin: { defaultColumns: ['article', 'order', 'jump'] },
      },
    ],
  }
}
