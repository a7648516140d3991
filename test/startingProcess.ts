// A start of the house in a process of its own, on the database that the environment names, with migrations beside the house's
// own: MARKING makes one row, slowly enough that another start meets it. Ends with 0 once Payload has started.
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload, type Migration, type Payload } from 'payload'

const name = process.env.MARKING
const { default: pending } = await import('../payload.config.ts')
const config = await pending
const { db } = config
type WithMigrations = Payload['db'] & { prodMigrations?: Migration[] }

const marking: Migration = {
  name: name ?? '',
  up: async ({ payload, req }: { payload: Payload; req: never }) => {
    await sleep(500)
    const data = {
      id: randomBytes(6).toString('hex'),
      name: `标记 ${name}`,
      publication: process.env.PUBLICATION,
    }
    await payload.db.create({ collection: 'authors', data, req })
  },
  down: async () => undefined,
} as Migration

config.db = {
  ...db,
  init: (args) => {
    const adapter = db.init(args) as unknown as WithMigrations
    if (name) adapter.prodMigrations = [...(adapter.prodMigrations ?? []), marking]
    return adapter as never
  },
}
const payload = await getPayload({ config })
await payload.destroy()
console.log('started')
process.exit(0)
