import express, { type RequestHandler } from 'express'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { keptPages } from '../../server/middleware/keptPages/index.ts'
import { securityHeaders } from '../../server/middleware/securityHeaders/index.ts'
import { revisionWatch } from '../../src/delivery/raiseRevision.ts'
import { boot, type Booted } from '../boot.ts'
import { rawClient } from '../bytes.ts'

let booted: Booted
let payload: Payload
let http: Server
let client: ReturnType<typeof rawClient>
let rendered: string[]
/** What happens while a page is made. */
let meanwhile: () => Promise<unknown>

/** In the place of Next: a page with its nonce, in two pieces, as Next sends them. */
const render: RequestHandler = async (request, response) => {
  rendered.push(request.url)
  await meanwhile()
  if (request.url === '/gone/2024-01-01') response.status(410)
  if (request.url.includes('counted')) response.setHeader('set-cookie', 'seen=1')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const { nonce } = response.locals
  response.write(`<script nonce="${nonce}">1</script><p>第${rendered.length}次，`)
  response.end(Buffer.from(`渡口<script nonce="${nonce}">2</script>`))
}

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  const app = express()
  app.use(securityHeaders({ dev: false, https: false }), keptPages(payload), render)
  http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  client = rawClient(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
afterAll(async () => {
  client.close()
  http.closeAllConnections()
  http.close()
  await booted.stop()
})
beforeEach(() => {
  rendered = []
  meanwhile = async () => undefined
})

let papers = 0
/** A change of what readers see. */
const publish = async (): Promise<void> => {
  papers += 1
  const data = { name: `试印${papers}`, slug: `shiyin-${papers}` }
  await payload.create({ collection: 'publications', data } as never)
}

/** Asks for a page, and for nothing else until it could have been kept. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await client.ask(path, { headers })
  // The look by which a page is kept began before this one.
  await revisionWatch(payload).check()
  const policy = String(answer.headers['content-security-policy'])
  return { ...answer, text: answer.bytes.toString(), nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? '' }
}

it('a page is made once and then comes from memory, each time with the nonce of its own headers and no other', async () => {
  const [first, second] = [await ask('/wandu/2024-11-08'), await ask('/wandu/2024-11-08')]
  expect(rendered).toEqual(['/wandu/2024-11-08'])
  expect(second.text).toContain('第1次，渡口')
  for (const { text, nonce } of [first, second])
    expect([...text.matchAll(/nonce="([^"]*)"/g)].map(([, one]) => one)).toEqual([nonce, nonce])
  expect(second.nonce).not.toBe(first.nonce)
  expect(second.text.replaceAll(second.nonce, '')).toBe(first.text.replaceAll(first.nonce, ''))
  expect([second.status, second.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(second.headers['cache-control']).toMatch(/no-store/)
})

it('is made anew as soon as something is published, and not kept where that happened while it was made', async () => {
  await ask('/wandu/2024-11-09')
  await publish()
  meanwhile = publish
  await ask('/wandu/2024-11-09')
  meanwhile = async () => undefined
  await ask('/wandu/2024-11-09')
  await ask('/wandu/2024-11-09')
  expect(rendered).toHaveLength(3)
})

it.each([
  ['who has a cookie', '/wandu', { cookie: 'payload-token=x' }],
  ['who sends a token', '/wandu', { authorization: 'JWT x' }],
  ['a browser that shows another page of the site', '/wandu', { rsc: '1' }],
  ['an address with a query', '/wandu?p=2', {}],
  ['the search', '/search', {}],
  ['the admin', '/admin', {}],
  ['a preview', '/preview/a.b', {}],
  ['what is no page of the site', '/wandu/other', {}],
  ['what was withdrawn', '/gone/2024-01-01', {}],
  ['a page that sets a cookie', '/counted', {}],
])('nothing is kept for %s, or given to it', async (_who, path, headers) => {
  if (Object.keys(headers).length > 0) {
    await ask(path)
    rendered = []
  }
  await ask(path, headers)
  await ask(path, headers)
  expect(rendered).toHaveLength(2)
})
