import { isDay } from '../core/days.ts'

/** What is looked at of a field. */
export interface ComparedField {
  type: string
  hasMany?: boolean
}

const equal = ['equals', 'not_equals', 'exists']
const among = ['in', 'not_in']
const ordered = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

/** By what fields of a kind can be asked, as the admin's filters ask; of kinds that are not named by every operator that there is. */
const operators: Readonly<Record<string, readonly string[]>> = {
  checkbox: [...equal, ...among],
  date: [...equal, ...among, ...ordered],
  number: [...equal, ...among, ...ordered],
  // Of relations `contains` is asked by an id, as many do who look for one of several.
  relationship: [...equal, ...among, 'all', 'contains'],
  upload: [...equal, ...among, 'all', 'contains'],
  json: ['exists'],
  richText: ['exists', 'like', 'contains'],
}

/** The operators by which a field can be asked; null for all. The others find nothing, or one of our databases fails on them. */
export function operatorsOf({ type }: ComparedField): readonly string[] | null {
  return operators[type] ?? null
}

/** Operators whose value is a list, or, of `exists`, any word. */
const ofLists: ReadonlySet<string> = new Set(['in', 'not_in', 'all', 'exists'])
/**
 * Whether a value of a query may be compared with a field. One of our databases fails on what may not (SQLite on a date that is none
 * and on a list in the place of a value, MongoDB on a number that is none), while the other finds nothing, or leaves the condition out.
 * @param value as a client wrote it, or a value of JSON
 */
export function isComparable(
  value: unknown,
  { field, operator }: { field: ComparedField; operator: string },
): boolean {
  if (operator === 'exists') return true
  // MongoDB takes no pattern with a null character, and no text of the newspaper's has one.
  if (listOf(value).some((one) => typeof one === 'string' && one.includes('\0'))) return false
  if (ofLists.has(operator)) return !hasObjects(value) && listOf(value).every((one) => isOf(field, one))
  // MongoDB looks for a part of a text alone.
  if (isRelation(field) && operator === 'contains') return typeof value === 'string' && value !== 'null'
  // Of several values a list is one, and a relation takes a query on what it leads to.
  if (isObject(value)) return isRelation(field) && (field.hasMany === true || !Array.isArray(value))
  return isOf(field, value)
}

/**
 * What several days, or yes and no, stand for as a text with commas, and yes and no as texts of a list. Payload (3.90.2) reads the
 * former only of other fields: MongoDB fails on the one value that it makes of it; and SQLite finds nothing by the latter.
 */
export function asList(
  value: unknown,
  { field, operator }: { field: ComparedField; operator: string },
): unknown {
  if (!among.includes(operator) || !['date', 'checkbox'].includes(field.type)) return value
  const list = typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value
  if (field.type === 'date' || !Array.isArray(list)) return list
  return list.map((one: unknown) => (one === 'true' ? true : one === 'false' ? false : one))
}

/**
 * Whether a value is one of several where several are asked for: SQLite fails on a text that stands for nothing where a relation is
 * compared with several.
 */
export function isList(
  value: unknown,
  { field, operator }: { field: ComparedField; operator: string },
): boolean {
  if (!ofLists.has(operator) || operator === 'exists' || Array.isArray(value)) return true
  return !(isRelation(field) && value === 'null')
}

function isOf({ type }: ComparedField, value: unknown): boolean {
  // The database reads `null` as that there is none.
  if (typeof value !== 'string' || value === 'null') return true
  if (type === 'number') return !Number.isNaN(Number(value))
  return type !== 'date' || value === '' || isDate(value)
}

/** What begins as dates of JSON do. Others, such as 2024-2-30 or 2024/10/24, are read as days of the server's own time zone, if at all. */
function isDate(value: string): boolean {
  const match = /^\d{4}(?:-\d\d)?$|^(\d{4}-\d\d-\d\d)(?:T.*)?$/.exec(value)
  if (!match || Number.isNaN(Date.parse(value))) return false
  return match[1] === undefined || isDay(match[1])
}

function listOf(value: unknown): unknown[] {
  return typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value]
}

function hasObjects(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isObject) : isObject(value)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

function isRelation({ type }: ComparedField): boolean {
  return type === 'relationship' || type === 'upload'
}
