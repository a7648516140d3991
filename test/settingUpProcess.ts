// The first set-up of a house in a process of its own, on the database that the environment names: says `ready` when Payload has
// started, sets up when a line comes in, and prints how that ended.
import { once } from 'node:events'
import { getPayload } from 'payload'
import { firstRun } from '../server/firstRun.ts'

const { default: config } = await import('../payload.config.ts')
const payload = await getPayload({ config })
console.log('ready')
await once(process.stdin, 'data')
const report = await firstRun(payload, { samples: 'samples' })
console.log(`outcome: ${report !== null && typeof report === 'object' ? 'made' : report}`)
await payload.destroy()
process.exit(0)
