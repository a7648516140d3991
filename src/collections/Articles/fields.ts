import type { Field } from 'payload'

import { nobody, staffField } from '../../access/staff.ts'
import { idOf } from '../../core/ids.ts'
import type { ResolvedOptions } from '../../options.ts'
import { correctionKinds, stages } from '../../core/workflow/index.ts'
import { kindLabel, label, stageLabel } from '../../translations/index.ts'
import { idField } from '../fields/idField.ts'
import { shownMoment } from '../fields/shownMoment.ts'

/** Fields that only the importer writes and only staff read. */
const provenance = { read: staffField, create: nobody, update: nobody }

/** The text of an article, as an approval approves it. */
function textFields({ slugs }: ResolvedOptions): Field[] {
  return [
    {
      name: 'kicker',
      type: 'text',
      label: label('articles.kicker'),
      admin: { description: label('articles.kicker.help') },
    },
    {
      name: 'headline',
      type: 'text',
      index: true,
      label: label('articles.headline'),
      admin: { description: label('articles.headline.help') },
    },
    {
      name: 'deck',
      type: 'textarea',
      label: label('articles.deck'),
      admin: { rows: 2, description: label('articles.deck.help') },
    },
    {
      name: 'authors',
      type: 'relationship',
      relationTo: slugs.authors,
      hasMany: true,
      index: true,
      label: label('articles.authors'),
      filterOptions: ({ data }) => {
        const publication = idOf(data?.publication)
        return publication ? { publication: { equals: publication } } : true
      },
    },
    { name: 'bylineRaw', type: 'text', label: label('articles.bylineRaw') },
    {
      name: 'dateline',
      type: 'group',
      label: label('articles.dateline'),
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'agency', type: 'text', label: label('articles.dateline.agency') },
            { name: 'place', type: 'text', label: label('articles.dateline.place') },
            { name: 'date', type: 'text', label: label('articles.dateline.date') },
          ],
        },
      ],
    },
    {
      name: 'body',
      type: 'richText',
      label: label('articles.body'),
      admin: { description: label('articles.body.help') },
    },
  ]
}

function pictureFields({ slugs }: ResolvedOptions): Field[] {
  return [
    {
      name: 'pictures',
      type: 'array',
      label: label('articles.pictures'),
      labels: { singular: label('articles.pictures.one'), plural: label('articles.pictures') },
      fields: [
        { name: 'media', type: 'upload', relationTo: slugs.media, label: label('articles.pictures.media') },
        { name: 'caption', type: 'textarea', label: label('articles.pictures.caption') },
        { name: 'credit', type: 'text', label: label('articles.pictures.credit') },
      ],
    },
    { name: 'photoCredits', type: 'text', hasMany: true, label: label('articles.photoCredits') },
  ]
}

function provenanceFields({ slugs }: ResolvedOptions): Field[] {
  return [
    {
      name: 'placements',
      type: 'join',
      collection: slugs.placements,
      on: 'article',
      // A reader's program wants the page and the day, not their ids.
      maxDepth: 2,
      defaultSort: 'order',
      label: label('articles.placements'),
      admin: { defaultColumns: ['page', 'issue', 'order', 'jump'], allowCreate: false },
    },
    {
      name: 'importRun',
      type: 'relationship',
      relationTo: slugs.importRuns,
      index: true,
      access: provenance,
      label: label('articles.importRun'),
      admin: { readOnly: true },
    },
    {
      name: 'importedHash',
      type: 'text',
      access: provenance,
      label: label('articles.importedHash'),
      admin: { hidden: true },
    },
  ]
}

/** Where the article stands, read from its slip; nothing here is stored with the article but the slip's id. */
function workflowFields({ slugs }: ResolvedOptions): Field[] {
  return [
    {
      name: 'slip',
      type: 'relationship',
      relationTo: slugs.reviewSlips,
      unique: true,
      index: true,
      maxDepth: 0,
      access: provenance,
      label: label('articles.slip'),
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'stage',
      type: 'select',
      virtual: 'slip.stage',
      options: stages.map((value) => ({ value, label: stageLabel(value) })),
      access: { read: staffField },
      label: label('articles.stage'),
      admin: {
        readOnly: true,
        // The bar says it in the form; here it is for the list's columns and filters.
        condition: () => false,
        components: { Cell: 'payload-plugin-broadsheet/client#StageCell' },
      },
    },
    // A save names the revision it was made on: the form carries it along unseen.
    {
      name: 'rev',
      type: 'number',
      virtual: 'slip.rev',
      access: { read: staffField },
      admin: { hidden: true },
    },
    {
      name: 'held',
      type: 'checkbox',
      virtual: 'slip.held',
      access: { read: staffField },
      label: label('articles.held'),
      admin: { hidden: true },
    },
    // For the filter by which writers find what is theirs.
    {
      name: 'creator',
      type: 'text',
      virtual: 'slip.creator',
      access: { read: staffField },
      label: label('articles.creator'),
      admin: { condition: () => false, disableListColumn: true },
    },
    // For the filter by which people find what they were given to do.
    {
      name: 'assignee',
      type: 'text',
      virtual: 'slip.assignee',
      access: { read: staffField },
      label: label('articles.assignee'),
      admin: { condition: () => false, disableListColumn: true },
    },
  ]
}

/** What publishing says of the text to readers; nothing else writes it. */
function publicationFields({ slugs }: ResolvedOptions): Field[] {
  const access = { create: nobody, update: nobody }
  const stamp = (name: 'publishedAt' | 'modifiedAt'): Field => ({
    ...{ name, type: 'date', index: name === 'publishedAt', access },
    label: label(`articles.${name}`),
    admin: {
      ...{ readOnly: true, position: 'sidebar', date: shownMoment },
      condition: (data) => Boolean(data?.[name]),
    },
  })
  return [
    {
      ...{ name: 'printedOn', type: 'date', index: true, access, label: label('articles.printedOn') },
      admin: {
        ...{ readOnly: true, position: 'sidebar', condition: (data) => Boolean(data?.printedOn) },
        date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
      },
    },
    stamp('publishedAt'),
    stamp('modifiedAt'),
    { name: 'version', type: 'number', access, label: label('articles.version'), admin: { hidden: true } },
    {
      name: 'corrections',
      type: 'array',
      access,
      label: label('articles.corrections'),
      labels: { singular: label('articles.correction'), plural: label('articles.corrections') },
      admin: { readOnly: true, condition: (data) => Boolean(data?.corrections?.length) },
      fields: [
        {
          name: 'kind',
          type: 'select',
          options: ([...correctionKinds, 'reinstate'] as const).map((value) => ({
            value,
            label: kindLabel(value),
          })),
          label: label('articles.corrections.kind'),
        },
        { name: 'note', type: 'textarea', label: label('articles.corrections.note') },
        { name: 'at', type: 'date', label: label('articles.corrections.at'), admin: { date: shownMoment } },
      ],
    },
    {
      name: 'corrects',
      type: 'relationship',
      relationTo: slugs.articles,
      index: true,
      access,
      label: label('articles.corrects'),
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data?.corrects) },
    },
    {
      name: 'correctsPage',
      type: 'text',
      access: { ...access, read: staffField },
      label: label('articles.correctsPage'),
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data?.correctsPage) },
    },
    {
      name: 'notices',
      type: 'join',
      collection: slugs.articles,
      on: 'corrects',
      defaultSort: 'createdAt',
      label: label('articles.notices'),
      admin: { allowCreate: false, condition: (data) => Boolean(data?.version) },
    },
  ]
}

/** A part of the form that is no field: it holds no data. */
function part(name: string, component: 'WorkflowBar' | 'ReviewSlip'): Field {
  const Field = `payload-plugin-broadsheet/client#${component}`
  return { name, type: 'ui', admin: { components: { Field }, disableListColumn: true } }
}

/** All fields of 稿件, in the order in which an editor reads them. */
export function articleFields(options: ResolvedOptions): Field[] {
  return [
    idField,
    ...workflowFields(options),
    part('workflow', 'WorkflowBar'),
    {
      name: 'title',
      type: 'text',
      index: true,
      access: provenance,
      label: label('articles.title'),
      admin: { hidden: true },
    },
    {
      name: 'doubts',
      type: 'json',
      access: provenance,
      label: label('articles.doubts'),
      admin: { components: { Field: 'payload-plugin-broadsheet/client#Doubts' }, disableListColumn: true },
    },
    {
      type: 'tabs',
      tabs: [
        { label: label('articles.tab.text'), fields: textFields(options) },
        { label: label('articles.tab.pictures'), fields: pictureFields(options) },
        { label: label('articles.tab.provenance'), fields: provenanceFields(options) },
      ],
    },
    part('reviewSlip', 'ReviewSlip'),
    {
      name: 'publication',
      type: 'relationship',
      relationTo: options.slugs.publications,
      required: true,
      access: { update: nobody },
      index: true,
      label: label('articles.publication'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'column',
      type: 'text',
      index: true,
      label: label('articles.column'),
      admin: { position: 'sidebar', description: label('articles.column.help') },
    },
    {
      name: 'truncated',
      type: 'checkbox',
      defaultValue: false,
      label: label('articles.truncated'),
      admin: { position: 'sidebar' },
    },
    ...publicationFields(options),
  ]
}
