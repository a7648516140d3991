import type { FlattenedField } from 'payload'

/**
 * Whether joined rows can be sorted by a path on SQLite. Payload (3.90.2) writes a query that fails, or that looks at another row,
 * where the path goes on through a relation, into the rows of an array or to a list of values.
 * @param steps names of fields, of a path that leads somewhere
 */
export function isSortableJoined(fields: readonly FlattenedField[], steps: readonly string[]): boolean {
  const [name, ...rest] = steps
  const field = fields.find((one) => one.name === name)
  if (!field) return true
  const isRelation = 'relationTo' in field
  if (isRelation) return rest.length === 0 || (rest.length === 1 && rest[0] === 'id')
  if (isListOfValues(field) || field.type === 'array' || field.type === 'blocks') return false
  return 'flattenedFields' in field ? isSortableJoined(field.flattenedFields, rest) : true
}

/** A field of several texts, numbers or choices: SQLite keeps them in a table of their own, which a join does not look into. */
export function isListOfValues(field: object): boolean {
  return 'hasMany' in field && field.hasMany === true && !('relationTo' in field)
}
