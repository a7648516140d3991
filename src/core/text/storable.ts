/**
 * A value as every database keeps it: without NUL, at which SQLite ends a text, and with U+FFFD for halves of
 * surrogate pairs, which no UTF-8 can say. What is hashed before it is stored has to pass here first, or the hash
 * is that of a text which nobody will ever read.
 */
export function storable<Value>(value: Value): Value {
  return clean(value) as Value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(clean)
  // Only plain objects: what has a class of its own is not text.
  if (typeof value === 'object' && value !== null && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), clean(inner)]))
  }
  return value
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
