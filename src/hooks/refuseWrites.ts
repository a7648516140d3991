import type { CollectionBeforeOperationHook } from 'payload'

import { Refusal } from '../refusals/refusal.ts'

/** What reads. Anything else that Payload knows, or will know, is a write and refused. */
const reading: readonly string[] = ['read', 'count', 'countVersions', 'readDistinct']

/**
 * Closes a collection to every write through Payload, Local API and administrators included (W5). The code
 * that owns it writes through the adapter, inside its own transaction.
 */
export const refuseWrites: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!reading.includes(operation)) throw new Refusal(req, { code: 'appendOnly', status: 403 })
  return args
}
