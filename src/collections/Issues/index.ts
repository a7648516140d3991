import type { CollectionConfig } from 'payload'

import { creatable, nobody, readable, writable } from '../../access/staff.ts'
import { guardPublication } from '../../hooks/guardPublication.ts'
import { guardPublic } from '../../hooks/guardPublic.ts'
import { guardSignedIssue } from '../../hooks/guardSigned.ts'
import { queryByDay } from '../../hooks/queryByDay.ts'
import { readPublishedOnly } from '../../hooks/readPublishedOnly.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { idField } from '../fields/idField.ts'
import { publicField, publicRows } from '../fields/publicField.ts'
import { trailFields } from '../fields/trailFields.ts'
import { issueDeskFields } from './deskFields.ts'
import { keepDay } from './keepDay.ts'
import { nameIssue } from './nameIssue.ts'
import { issueLinks, issueViews } from './views.ts'

/** 期: one issue of a publication, unique by publication, date and edition. */
export function issues({ slugs, views }: ResolvedOptions): CollectionConfig {
  const hasViews = views.includes('issues')
  const frozen = guardPublic()
  const signed = guardSignedIssue()
  return {
    slug: slugs.issues,
    labels: collectionLabels('issues'),
    admin: {
      useAsTitle: 'title',
      group: label('group.newspaper'),
      defaultColumns: ['title', 'date', 'stage', 'number', ...(hasViews ? ['work'] : [])],
      ...(hasViews ? { components: { views: { edit: issueViews } } } : {}),
    },
    defaultSort: '-date',
    indexes: [{ fields: ['publication', 'date', 'edition'], unique: true }],
    access: {
      read: readable({ path: 'publication', open: publicRows }),
      create: creatable(['editor', 'sectionHead', 'chief', 'pageEditor', 'issueManager']),
      update: writable(['editor', 'sectionHead', 'chief', 'pageEditor', 'issueManager'], 'publication'),
      delete: writable(['chief', 'issueManager'], 'publication'),
    },
    defaultPopulate: {
      ...{ title: true, publication: true, date: true, edition: true, number: true },
      publishedAt: true,
    },
    hooks: {
      beforeOperation: [readPublishedOnly, queryByDay(['date'])],
      beforeValidate: [keepDay],
      beforeChange: [
        frozen.beforeChange,
        signed.beforeChange,
        guardPublication({ publication: slugs.publications }),
        nameIssue(slugs.publications),
      ],
      beforeDelete: [
        frozen.beforeDelete,
        signed.beforeDelete,
        refuseDeleteInUse([
          { collection: slugs.pages, path: 'issue' },
          // What has a trail stays, so that the trail has an owner.
          { collection: slugs.workflowEvents, path: 'subject' },
        ]),
      ],
    },
    fields: [
      idField,
      ...(hasViews ? [issueLinks] : []),
      { name: 'title', type: 'text', label: label('issues.title'), admin: { hidden: true } },
      {
        name: 'publication',
        type: 'relationship',
        relationTo: slugs.publications,
        required: true,
        // Its pages, texts and trail belong to that paper for good.
        access: { update: nobody },
        index: true,
        label: label('issues.publication'),
      },
      {
        type: 'row',
        fields: [
          {
            name: 'date',
            type: 'date',
            required: true,
            index: true,
            label: label('issues.date'),
            admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } },
          },
          {
            name: 'edition',
            type: 'text',
            required: true,
            defaultValue: 'main',
            label: label('issues.edition'),
            admin: { description: label('issues.edition.help') },
          },
        ],
      },
      {
        type: 'row',
        fields: [
          { name: 'number', type: 'text', label: label('issues.number') },
          { name: 'wholeNumber', type: 'text', label: label('issues.wholeNumber') },
          { name: 'plannedPages', type: 'number', min: 1, max: 400, label: label('issues.plannedPages') },
        ],
      },
      ...issueDeskFields(),
      publicField,
      ...trailFields,
      {
        name: 'pages',
        type: 'join',
        collection: slugs.pages,
        on: 'issue',
        defaultSort: 'sequence',
        defaultLimit: 100,
        label: label('issues.pages'),
        admin: { defaultColumns: ['title', 'number', 'name', 'public'] },
      },
    ],
  }
}
