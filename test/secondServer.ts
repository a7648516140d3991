// A server in a process of its own, on the database that the environment names: prints its origin, ends with its parent.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'

const { default: config } = await import('../payload.config.ts')
const { createServer } = await import('../server/createServer.ts')
const server = await createServer({
  ...{ config, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0, pages: false },
})
server.http.listen(0, '127.0.0.1')
await once(server.http, 'listening')
console.log(`origin http://127.0.0.1:${(server.http.address() as AddressInfo).port}`)
process.once('disconnect', () => process.exit(0))
