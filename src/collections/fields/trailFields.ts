import type { Field } from 'payload'

import { nobody, staffField } from '../../access/staff.ts'

const closed = { read: staffField, create: nobody, update: nobody }

/** The head of a subject's chain of events: how many there are, and the hash of the last (WORKFLOW, W5). */
export const trailFields: Field[] = [
  { name: 'trailSeq', type: 'number', defaultValue: 0, access: closed, admin: { hidden: true } },
  { name: 'trailHash', type: 'text', access: closed, admin: { hidden: true } },
]
