import compression from 'compression'
import express, { type Express } from 'express'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readIssue } from '../../docs/recipes/readIssue.ts'
import { publishedHouse } from '../../src/exports/delivery.ts'
import { mountBroadsheet, type Answered, type MountOptions } from '../../src/exports/server.ts'
import { boot, type Booted } from '../boot.ts'
import { rawClient } from '../bytes.ts'
import { bringOut, makeReady, newsroom, printedPage, signedIn, type Page } from '../newsroom.ts'

let booted: Booted
let payload: Payload
let printed: Page
let token: string
const servers: { server: Server; close: () => void }[] = []

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  const people = await newsroom(payload)
  printed = await printedPage(payload)
  await makeReady(people, printed.articles[0].id)
  await bringOut(people, printed.issue.id)
  token = (await signedIn(payload, { roles: ['editor'], name: 'browsing' })).token
})
afterAll(async () => {
  for (const { close } of servers) close()
  await booted.stop()
})

/** An app of somebody else's: what stands before the newspaper and behind it is theirs. */
async function serveApp(options: Partial<MountOptions> = {}, before: (app: Express) => void = () => {}) {
  const app = express()
  before(app)
  mountBroadsheet(app, { payload, ...options })
  app.get('/', (_request, response) => void response.send('the host’s own page'))
  app.use((_request, response) => void response.status(404).send('the host’s own 404'))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = rawClient(origin)
  servers.push({ server, close: () => (client.close(), server.close()) })
  return { origin, ask: client.ask }
}

/** The same question put to Payload's own endpoints, as the routes of a plain Next app do. */
async function askPayload(origin: string, path: string) {
  const { config } = payload
  const response = await handleEndpoints({ config, request: new Request(`${origin}${path}`) })
  return { status: response.status, text: await response.text() }
}

const questions = () => [
  '/api/articles?sort=id',
  `/api/articles/${printed.articles[0].id}?depth=1`,
  '/api/issues?depth=2',
  '/api/publications/riverside/issues/latest',
  '/api/publications/riverside/calendar/2021',
  `/api/search?q=${encodeURIComponent('新桥')}`,
  '/api/feeds/riverside/rss.xml',
  '/api/feeds/riverside/feed.json',
  `/api/articles/${printed.articles[0].id}/ninjs`,
]

describe('mountBroadsheet on a bare Express app', () => {
  it('answers what is published as Payload’s endpoints do, and the second time from memory', async () => {
    const seen: Answered[] = []
    const { origin, ask } = await serveApp({ onAnswered: (answered) => seen.push(answered) })
    for (const path of questions()) {
      const first = await ask(path)
      const again = await ask(path)
      const plain = await askPayload(origin, path)
      expect([first.status, first.bytes.toString()], path).toEqual([plain.status, plain.text])
      expect(again.bytes.equals(first.bytes), path).toBe(true)
      expect(plain.status, path).toBe(200)
    }
    expect(JSON.parse((await ask('/api/articles')).bytes.toString()).totalDocs).toBe(1)
    const lists = seen.filter(({ request }) => request.url === '/api/articles?sort=id')
    expect(lists.map(({ hit, status }) => [hit, status])).toEqual([
      [false, 200],
      [true, 200],
    ])
  })

  it('gives a reader with fetch alone the newest issue’s headlines, as the recipe reads them', async () => {
    const { origin } = await serveApp()
    const read = await readIssue(origin, 'riverside')
    const { path } = read!.pages[0]!.headlines[0]!
    expect(read).toEqual({
      date: '2021-10-09',
      pages: [{ number: '1', name: '要闻', headlines: [{ headline: '新桥通车', path }] }],
    })
    expect(path).toBe(`/riverside/2021-10-09/a/${printed.articles[0].id}`)
    expect(await readIssue(origin, 'nowhere')).toBeNull()
  })

  it('says what clients may keep, knows what they have, and compresses', async () => {
    const { ask } = await serveApp()
    const path = '/api/publications/riverside/issues/latest'
    const coding = { 'accept-encoding': 'br' }
    const { headers } = await ask(path, { headers: coding })
    expect(headers['cache-control']).toMatch(/max-age|no-cache/)
    expect(headers['content-encoding']).toBe('br')
    const known = await ask(path, { headers: { ...coding, 'if-none-match': headers.etag! } })
    expect([known.status, known.bytes.length]).toEqual([304, 0])
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
  })

  it('answers GraphQL by POST alone', async () => {
    const { ask } = await serveApp()
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ Articles { docs { headline } } }' }),
    }
    const { hits } = publishedHouse(payload).reads.counts
    const answers = [await ask('/api/graphql', request), await ask('/api/graphql', request)]
    for (const { bytes } of answers)
      expect(JSON.parse(bytes.toString()).data.Articles.docs).toEqual([{ headline: '新桥通车' }])
    expect(publishedHouse(payload).reads.counts.hits).toBeGreaterThan(hits)
    const byLink = await ask('/api/graphql?query={Articles{totalDocs}}')
    expect([byLink.status, byLink.headers.allow]).toEqual([405, 'POST, OPTIONS'])
  })

  it('answers those who say who they are from the database: an editor sees drafts, everybody else none', async () => {
    const { ask } = await serveApp()
    const drafts = await ask('/api/articles?draft=true', { headers: { authorization: `JWT ${token}` } })
    expect(JSON.parse(drafts.bytes.toString()).totalDocs).toBe(2)
    expect(drafts.headers['cache-control']).toContain('no-store')
    const nobody = await ask('/api/articles?draft=true', { headers: { cookie: 'session=of-the-host' } })
    expect(JSON.parse(nobody.bytes.toString()).totalDocs).toBe(1)
    const refused = await ask(`/api/articles/${printed.articles[0].id}`, {
      ...{ method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"headline":"x"}' },
    })
    expect(refused.status).toBe(403)
  })

  it('tells how it is', async () => {
    const { origin, ask } = await serveApp()
    for (const name of ['healthz', 'readyz']) {
      const mounted = await ask(`/${name}`)
      const plain = await askPayload(origin, `/api/${name}`)
      expect([mounted.status, mounted.bytes.toString()]).toEqual([200, plain.text])
      expect(plain.status).toBe(200)
    }
    const without = await serveApp({ health: false })
    expect((await without.ask('/healthz')).bytes.toString()).toBe('the host’s own 404')
  })

  it('leaves the host its own pages, and with api: false all but what is published to anonymous readers', async () => {
    const { ask } = await serveApp({ api: false })
    expect((await ask('/')).bytes.toString()).toBe('the host’s own page')
    expect((await ask('/apiary')).bytes.toString()).toBe('the host’s own 404')
    expect(JSON.parse((await ask('/api/articles')).bytes.toString()).totalDocs).toBe(1)
    const credentials: Record<string, string>[] = [{ authorization: `JWT ${token}` }, { cookie: 'a=b' }]
    for (const headers of credentials)
      expect((await ask('/api/articles', { headers })).bytes.toString()).toBe('the host’s own 404')
    const login = await ask('/api/users/login', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
    })
    expect(login.bytes.toString()).toBe('the host’s own 404')
  })

  it('gets on with middleware before it that sets headers, compresses and names requests', async () => {
    const { ask } = await serveApp({}, (app) => {
      app.use(compression({ threshold: 0 }))
      app.use((_request, response, next) => {
        response.setHeader('x-host', 'theirs')
        response.setHeader('vary', 'X-Theirs')
        response.setHeader('x-request-id', 'theirs-too')
        next()
      })
    })
    const path = '/api/articles?depth=1'
    await ask(path)
    const { status, headers } = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
    expect([status, headers['x-host'], headers['x-request-id']]).toEqual([200, 'theirs', 'theirs-too'])
    expect(headers.vary).toContain('X-Theirs')
    expect(headers.vary).toContain('Cookie')
    expect(headers['content-encoding']).toBe('gzip')
    expect(headers['content-type']).toMatch(/^application\/json/)
  })

  it('says so when somebody has read the body before it, instead of waiting for it for ever', async () => {
    const { ask } = await serveApp({}, (app) => void app.use(express.json()))
    const answer = await ask('/api/users/login', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"email":"a@b.c"}' },
    })
    expect(answer.status).toBe(500)
    expect(answer.bytes.toString()).toContain('express.json()')
  })

  it('refuses bodies beyond the limits, whether they say how long they are or not', async () => {
    const { ask, origin } = await serveApp({ bodyLimits: { upload: 2_000, other: 1_000 } })
    const request = { method: 'POST', headers: { 'content-type': 'application/json' } }
    expect((await ask('/api/users/login', { ...request, body: 'x'.repeat(1_001) })).status).toBe(413)
    const body = new Blob(['x'.repeat(5_000)]).stream()
    const streamed = await fetch(`${origin}/api/users/login`, {
      ...request,
      body,
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
  })
})
