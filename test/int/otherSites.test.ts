import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { BroadsheetServer } from '../../server/createServer.ts'
import { publishedHouse } from '../../src/exports/delivery.ts'
import { boot, type Booted } from '../boot.ts'
import { rawClient } from '../bytes.ts'

const [app, other] = ['https://app.example', 'https://other.example']

describe('a page of another site', () => {
  let booted: Booted
  let server: BroadsheetServer
  let client: ReturnType<typeof rawClient>

  beforeAll(async () => {
    // As people write them.
    process.env.CORS_ORIGINS = `${app}/, https://www.example`
    booted = await boot()
    await booted.payload.create({
      collection: 'publications',
      data: { name: '河畔日报', slug: 'riverside' } as never,
    })
    const { default: config } = await import('../../payload.config.ts')
    const { createServer } = await import('../../server/createServer.ts')
    const logger = pino({ level: 'silent' })
    server = await createServer({ config, logger, host: '127.0.0.1', port: 0, pages: false })
    server.http.listen(0, '127.0.0.1')
    await once(server.http, 'listening')
    client = rawClient(`http://127.0.0.1:${(server.http.address() as AddressInfo).port}`)
  })
  afterAll(async () => {
    delete process.env.CORS_ORIGINS
    client.close()
    server.http.closeAllConnections()
    server.http.close()
    await booted.stop()
  })

  it('reads what is published where its site is named, also from memory and when nothing has changed', async () => {
    const { reads } = publishedHouse(booted.payload)
    const ask = async (origin: string, headers: Record<string, string> = {}) => {
      const answer = await client.ask('/api/publications', { headers: { origin, ...headers } })
      return [answer.status, answer.headers['access-control-allow-origin']]
    }
    expect(await ask(app)).toEqual([200, app])
    const { hits } = reads.counts
    expect(await ask(app)).toEqual([200, app])
    expect(await ask(app, { 'if-none-match': '*' })).toEqual([304, app])
    expect(reads.counts.hits).toBe(hits + 2)
    expect(await ask(other)).toEqual([200, undefined])
    expect(await ask(other, { 'if-none-match': '*' })).toEqual([304, undefined])
    expect(await ask(app)).toEqual([200, app])
  })

  it('may ask whether it has the newest already', async () => {
    const headers = {
      origin: app,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    }
    const preflight = await client.ask('/api/publications', { method: 'OPTIONS', headers })
    expect(preflight.headers['access-control-allow-origin']).toBe(app)
    expect(String(preflight.headers['access-control-allow-headers']).toLowerCase()).toContain('if-none-match')
    const refused = await client.ask('/api/publications', {
      method: 'OPTIONS',
      headers: { ...headers, origin: other },
    })
    expect(refused.headers['access-control-allow-origin']).toBeUndefined()
  })
})
