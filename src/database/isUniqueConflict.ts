import { ValidationError } from 'payload'

/** Whether a write failed because such a row is there already: said by Payload, by SQLite or by MongoDB. */
export function isUniqueConflict(error: unknown): boolean {
  if (error instanceof ValidationError) return true
  if (typeof error !== 'object' || error === null) return false
  const code = 'code' in error ? String(error.code) : ''
  if (code === '11000' || code.startsWith('SQLITE_CONSTRAINT')) return true
  return 'cause' in error && isUniqueConflict(error.cause)
}
