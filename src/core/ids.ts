/** The id, as text, of a relationship's value, whether populated or not; null when it names nothing. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  // An app's own users and media may be numbered.
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return null
}
