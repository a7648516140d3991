import type { Field } from 'payload'

import { nobody } from '../../access/staff.ts'
import { label } from '../../translations/index.ts'

/** Whether anonymous clients may see the row. Only the publishing code writes it. */
export const publicField: Field = {
  name: 'public',
  type: 'checkbox',
  defaultValue: false,
  index: true,
  label: label('common.public'),
  access: { create: nobody, update: nobody },
  admin: { readOnly: true, position: 'sidebar', description: label('common.public.help') },
}

/** What the public may see of a collection that carries `publicField`. */
export const publicRows = { public: { equals: true } }
