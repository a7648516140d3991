/**
 * JSON that depends on what a value says and on nothing else: keys sorted by code unit, no white space, strings
 * in NFC, `undefined` left out. For hashes of texts, records and events. Throws on what JSON cannot say
 * (functions, NaN), because a hash over less than everything would approve it unseen.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
  }
  throw new TypeError(`No canonical JSON for a ${typeof value}`)
}
