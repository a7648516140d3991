import type { Payload, PayloadRequest, Where } from 'payload'

import { canonicalRow, isStored } from './canonicalRow.ts'
import { mayRenumber, type Section } from './sections.ts'

type Row = Record<string, unknown> & { id: string | number }

const atOnce = 200
/** Of sessions and attempts to log in: a restored house begins without them. */
const passing = ['sessions', 'loginAttempts', 'lockUntil', 'resetPasswordToken', 'resetPasswordExpiration']

/** The rows of a section in the request's transaction, some hundred at a time, as the adapter keeps them. */
export async function* readRows(
  { payload, req }: { payload: Payload; req: PayloadRequest },
  section: Section,
): AsyncGenerator<Record<string, unknown>[]> {
  if (section.of === 'global') {
    const row = await payload.db.findGlobal<Row>({ slug: section.collection, req })
    if (row && Object.keys(row).length > 0) yield [keptRow(section, row)]
    return
  }
  for (let last: Row | undefined; ;) {
    const args = {
      ...{ collection: section.collection, limit: atOnce, pagination: false, sort: 'id', req },
      where: (last ? { id: { greater_than: last.id } } : {}) as Where,
    }
    const { docs } =
      section.of === 'versions'
        ? await payload.db.findVersions<Row>(args)
        : await payload.db.find<Row>({ ...args, joins: false })
    if (docs.length > 0) yield docs.map((row) => keptRow(section, row as Row))
    if (docs.length < atOnce) return
    last = docs.at(-1) as Row
  }
}

/** A row as the file has it: the collection's fields, and its id unless that is the database's own affair. */
function keptRow({ fields, collection, of }: Section, row: Row): Record<string, unknown> {
  const kept = Object.fromEntries(
    fields
      .filter((field) => isStored(field) && !passing.includes(field.name))
      .map(({ name }) => [name, row[name]] as const)
      .filter(([, value]) => value !== undefined),
  )
  return of === 'documents' && !mayRenumber(collection) ? { id: row.id, ...kept } : kept
}

/** What is hashed of a row. */
export function rowText({ fields }: Section, row: Record<string, unknown>): string {
  return canonicalRow(
    fields.filter(({ name }) => !passing.includes(name)),
    row,
  )
}
