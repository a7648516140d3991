'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import './index.css'

/** JSON that nobody writes by hand, as text. Payload's own field fetches its editor from a host outside, which no page may. */
export const ShownJson: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  if (value === null || value === undefined) return null
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      <pre className="broadsheet-json">{JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}
