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
  relationship: [...equal, ...among, 'all'],
  upload: [...equal, ...among, 'all'],
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
  // Of several values a list is one, and a relation takes a query on what it leads to.
  if (isObject(value)) return isRelation(field) && (field.hasMany === true || !Array.isArray(value))
  return isOf(field, value)
}

/**
 * Whether a value is one of several where several are asked for. Payload (3.90.2) reads a text with commas as a list, but for days
 * and for yes and no, where MongoDB fails on the one value that it makes of it, and for what refers to nothing, where SQLite does.
 */
export function isList(
  value: unknown,
  { field, operator }: { field: ComparedField; operator: string },
): boolean {
  if (!ofLists.has(operator) || operator === 'exists' || Array.isArray(value)) return true
  return !['date', 'checkbox'].includes(field.type) && !(isRelation(field) && value === 'null')
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
