import type { Field } from 'payload'

import { idPattern, newId } from '../../database/newId.ts'

/** A text id that we make: alike on every database, kept by backup, never chosen by a request. */
export const idField: Field = {
  name: 'id',
  type: 'text',
  required: true,
  admin: { hidden: true },
  hooks: {
    beforeValidate: [
      ({ operation, overrideAccess, value }) => {
        if (operation !== 'create') return value
        return overrideAccess && typeof value === 'string' ? value : newId()
      },
    ],
  },
  validate: (value: unknown) => (typeof value === 'string' && idPattern.test(value)) || 'id: 12 × [a-z2-7]',
}
