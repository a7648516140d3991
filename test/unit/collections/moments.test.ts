import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'

import { broadsheet } from '../../../src/plugin.ts'

function datesIn(fields: readonly Field[], path: string): [path: string, format: string | undefined][] {
  return fields.flatMap((field) => {
    const here = 'name' in field ? `${path}.${field.name}` : path
    if (field.type === 'date')
      return [[here, field.admin?.date?.displayFormat] as [string, string | undefined]]
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => datesIn(tab.fields, here))
    return 'fields' in field ? datesIn(field.fields, here) : []
  })
}

it('every day and moment in the admin is written year first', async () => {
  const collections = [
    { slug: 'users', auth: true, fields: [] },
    { slug: 'media', upload: true, fields: [] },
  ] as CollectionConfig[]
  const config = await broadsheet({})({ collections, secret: 'x' } as never)
  const dates = config.collections!.flatMap(({ slug, fields }) => datesIn(fields, slug))
  expect(dates.length).toBeGreaterThan(6)
  expect(dates.filter(([, format]) => !format?.startsWith('yyyy-MM-dd'))).toEqual([])
})
