/** What is looked at of a field. */
export interface ComparedField {
  type: string
  hasMany?: boolean
}

/** Operators whose value is a list, or, of `exists`, any word. */
const ofLists: ReadonlySet<string> = new Set(['in', 'not_in', 'all', 'exists'])
/** Operators that look for a part of a text; dates and numbers have none, and nothing is found. */
const ofParts: ReadonlySet<string> = new Set(['like', 'not_like'])

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
  // No part of a day is looked for: MongoDB fails, and SQLite finds nothing.
  if (operator === 'contains' && field.type === 'date') return false
  if (ofLists.has(operator)) return !hasObjects(value) && listOf(value).every((one) => isOf(field, one))
  // Of several values a list is one, and a relation takes a query on what it leads to.
  if (isObject(value)) return isRelation(field) && (field.hasMany === true || !Array.isArray(value))
  return ofParts.has(operator) || isOf(field, value)
}

/**
 * Whether a value is one of several where several are asked for. Payload (3.90.2) reads a text with commas as a list, but for days
 * and for yes and no, where MongoDB fails on the one value that it makes of it.
 */
export function isList(
  value: unknown,
  { field, operator }: { field: ComparedField; operator: string },
): boolean {
  const isAsked = ofLists.has(operator) && operator !== 'exists'
  return !isAsked || (field.type !== 'date' && field.type !== 'checkbox') || Array.isArray(value)
}

function isOf({ type }: ComparedField, value: unknown): boolean {
  // The database reads `null` as that there is none.
  if (typeof value !== 'string' || value === 'null') return true
  if (type === 'number') return !Number.isNaN(Number(value))
  return type !== 'date' || value === '' || !Number.isNaN(Date.parse(value))
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
