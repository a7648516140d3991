import type { Field } from 'payload'

import { nobody, staffField } from '../../access/staff.ts'
import { label } from '../../translations/index.ts'

/** The run that brought a row in. Only the importer writes it: what came by no import does not go with one. */
export function importRunField(importRuns: string): Field {
  return {
    name: 'importRun',
    type: 'relationship',
    relationTo: importRuns,
    access: { read: staffField, create: nobody, update: nobody },
    label: label('common.importRun'),
    admin: { hidden: true },
  }
}
