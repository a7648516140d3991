import type { FlattenedField } from 'payload'

import { canonicalJson } from '../core/text/canonicalJson.ts'

type Row = Record<string, unknown>

/**
 * What a row says, in the same words on every database: the fields of the collection and no others, without what is empty,
 * dates in one form, and without the ids that a database gives to rows of a list. Its hash tells whether a restored row is
 * the one that was backed up.
 */
export function canonicalRow(fields: readonly FlattenedField[], row: Row): string {
  return canonicalJson({ id: row.id, ...said(fields, row) })
}

function said(fields: readonly FlattenedField[], row: Row): Row {
  const entries = fields
    .filter(isStored)
    .map((field) => [field.name, valueOf(field, row[field.name])] as const)
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

/** Whether a field has a value of its own in the database. */
export function isStored(field: FlattenedField): boolean {
  return field.type !== 'join' && !('virtual' in field && field.virtual) && field.name !== 'id'
}

function valueOf(field: FlattenedField, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (field.type === 'group' || field.type === 'tab')
    return orNothing(said(field.flattenedFields, value as Row))
  if (field.type === 'array' && Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((entry: Row) => said(field.flattenedFields, entry))
  }
  if (field.type === 'blocks' && Array.isArray(value)) {
    const of = (entry: Row) =>
      field.blocks.find(({ slug }) => slug === entry.blockType)?.flattenedFields ?? []
    return value.length === 0
      ? undefined
      : value.map((entry: Row) => ({ blockType: entry.blockType, ...said(of(entry), entry) }))
  }
  if (field.type === 'checkbox') return value === true ? true : undefined
  if (field.type === 'date') return new Date(value as string).toISOString()
  if (Array.isArray(value) && value.length === 0 && field.type !== 'json') return undefined
  return value
}

function orNothing(row: Row): Row | undefined {
  return Object.keys(row).length === 0 ? undefined : row
}
