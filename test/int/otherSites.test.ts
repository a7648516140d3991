import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishedHouse } from '../../src/exports/delivery.ts'
import { appServer, type AppServer } from '../appServer.ts'
import { boot, type Booted } from '../boot.ts'

const [app, other] = ['https://app.example', 'https://other.example']

describe('a page of another site', () => {
  let booted: Booted
  let server: AppServer

  beforeAll(async () => {
    // As people write them.
    process.env.CORS_ORIGINS = `${app}/, https://www.example`
    booted = await boot()
    await booted.payload.create({
      collection: 'publications',
      data: { name: '河畔日报', slug: 'riverside' } as never,
    })
    server = await appServer()
  })
  afterAll(async () => {
    delete process.env.CORS_ORIGINS
    server.close()
    await booted.stop()
  })

  it('reads what is published where its site is named, also from memory and when nothing has changed', async () => {
    const { reads } = publishedHouse(booted.payload)
    const ask = async (origin: string, headers: Record<string, string> = {}) => {
      const answer = await server.client.ask('/api/publications', { headers: { origin, ...headers } })
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
    const preflight = await server.client.ask('/api/publications', { method: 'OPTIONS', headers })
    expect(preflight.headers['access-control-allow-origin']).toBe(app)
    expect(String(preflight.headers['access-control-allow-headers']).toLowerCase()).toContain('if-none-match')
    const refused = await server.client.ask('/api/publications', {
      method: 'OPTIONS',
      headers: { ...headers, origin: other },
    })
    expect(refused.headers['access-control-allow-origin']).toBeUndefined()
  })
})
