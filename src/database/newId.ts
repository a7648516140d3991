import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The shape of every id of ours: 12 characters of RFC 4648 base32, lower case (60 random bits). */
export const idPattern = /^[a-z2-7]{12}$/

/** A new random id, alike on every database and safe in a URL. */
export function newId(): string {
  return Array.from(randomBytes(12), (byte) => alphabet[byte & 31]).join('')
}
