import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createServer, type BroadsheetServer } from '../../server/createServer.ts'
import { boot, type Booted } from '../boot.ts'
import { rawClient } from '../bytes.ts'

const token = 'a-token-for-the-monitor'
let booted: Booted
const opened: { server: BroadsheetServer; client: ReturnType<typeof rawClient> }[] = []

beforeAll(async () => {
  booted = await boot()
})
afterAll(async () => {
  for (const { server, client } of opened) {
    client.close()
    server.http.close()
  }
  await booted.stop()
})

async function serve(metricsToken?: string) {
  const { default: config } = await import('../../payload.config.ts')
  const server = await createServer({
    ...{ config, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0, pages: false },
    ...{ dueWork: false, metricsToken },
  })
  server.http.listen(0, '127.0.0.1')
  await once(server.http, 'listening')
  const client = rawClient(`http://127.0.0.1:${(server.http.address() as AddressInfo).port}`)
  opened.push({ server, client })
  return client.ask
}

it('nobody reads the metrics where no token is set', async () => {
  const ask = await serve()
  for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: 'Bearer undefined' }] as Record<
    string,
    string
  >[]) {
    const { status, bytes } = await ask('/metrics', { headers })
    expect([status, bytes.toString()]).toEqual([404, expect.not.stringContaining('broadsheet_')])
  }
})

it('who sends the token reads what was answered, from memory and from the database; others are told to', async () => {
  const ask = await serve(token)
  const refused = await ask('/metrics', { headers: { authorization: `Bearer ${token}x` } })
  expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])

  await ask('/api/articles')
  await ask('/api/articles')
  await ask('/api/articles', { headers: { cookie: 'a=b' } })
  await ask('/healthz')
  const { status, headers, bytes } = await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  expect(headers['content-type']).toMatch(/^text\/plain; version=/)
  const lines = bytes.toString().split('\n')
  for (const line of [
    'broadsheet_published_reads_total{from="database"} 1',
    'broadsheet_published_reads_total{from="memory"} 1',
    'broadsheet_http_seconds_count{by="published",status="2xx"} 2',
    'broadsheet_http_seconds_count{by="api",status="2xx"} 1',
    'broadsheet_database_up 1',
    'broadsheet_outbox_waiting 0',
  ])
    expect(lines).toContain(line)
  expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true)
})
