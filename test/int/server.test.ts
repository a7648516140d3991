import { once } from 'node:events'
import { type IncomingHttpHeaders, request as httpRequest, type RequestOptions } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BroadsheetServer } from '../../server/createServer.ts'
import { boot, type Booted } from '../boot.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

let booted: Booted
let server: BroadsheetServer
let port: number
const logged: string[] = []

beforeAll(async () => {
  booted = await boot()
  const { default: config } = await import('../../payload.config.ts')
  const { createServer } = await import('../../server/createServer.ts')
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  server = await createServer({
    config,
    logger: pino(sink),
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://cms.example.com',
    pages: false,
    bodyLimits: { upload: 4000, other: 1000 },
    rateLimits: { failures: 3, mails: 2, window: 60_000 },
    before: [
      ({ url }, response) => {
        if (url !== '/from-memory') return false
        response.end('at once')
        return true
      },
    ],
  })
  server.http.listen(0, '127.0.0.1')
  await once(server.http, 'listening')
  port = (server.http.address() as AddressInfo).port
})
afterAll(async () => {
  server.http.closeAllConnections()
  server.http.close()
  await booted.stop()
})

/** One request on a connection of its own; `body` chunks are sent without a length. */
function ask(path: string, options: RequestOptions & { body?: string | string[] } = {}): Promise<Answer> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, agent: false, ...rest },
      async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body: Buffer.concat(chunks).toString() })
      },
    )
    request.once('error', reject)
    if (Array.isArray(body)) for (const chunk of body) request.write(chunk)
    request.end(Array.isArray(body) ? undefined : body)
  })
}

const json = { 'content-type': 'application/json' }
const post = (path: string, data: unknown) =>
  ask(path, { method: 'POST', headers: json, body: JSON.stringify(data) })

describe('the API through Express', () => {
  it('answers REST and GraphQL', async () => {
    expect(JSON.parse((await ask('/api/issues')).body)).toMatchObject({ totalDocs: 0 })
    const answer = await post('/api/graphql', { query: '{ Issues { totalDocs } }' })
    expect(JSON.parse(answer.body)).toEqual({ data: { Issues: { totalDocs: 0 } } })
  })

  it('answers HEAD as GET without a body', async () => {
    const answer = await ask('/api/issues', { method: 'HEAD' })
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(answer.headers['content-type']).toContain('application/json')
  })

  it('runs no GraphQL by GET, and has no playground', async () => {
    const answer = await ask('/api/graphql?query=%7BIssues%7BtotalDocs%7D%7D', {
      headers: { accept: 'text/html' },
    })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('POST, OPTIONS')
  })

  it('lets what is ready in memory answer before everything else', async () => {
    const answer = await ask('/from-memory', { headers: { host: 'elsewhere.example' } })
    expect(answer).toMatchObject({ status: 200, body: 'at once' })
  })

  it('answers an error in a handler as JSON without its stack', async () => {
    const answer = await ask('/api/users/login', { method: 'POST', headers: json, body: '{broken' })
    expect(answer.status).toBe(400)
    expect(answer.body).not.toMatch(/\bat .*\.(m?js|ts):\d+/)
  })
})

describe('whom the server answers', () => {
  it.each(['localhost:1', '127.0.0.1', '[::1]:3000', 'cms.example.com', 'CMS.example.com'])(
    '%s',
    async (host) => {
      expect((await ask('/api/issues', { headers: { host } })).status).toBe(200)
    },
  )

  it.each(['evil.example', 'cms.example.com.evil.example', 'cms.example.com:81', 'localhost.evil.example'])(
    'and not "%s"',
    async (host) => {
      expect((await ask('/api/issues', { headers: { host } })).status).toBe(421)
    },
  )

  it('is told by Host, whatever X-Forwarded-Host claims', async () => {
    const seen: unknown[] = []
    server.http.once('request', (request) => void seen.push(request))
    await ask('/api/users/me', { headers: { 'x-forwarded-host': 'evil.example' } })
    expect(seen[0]).toHaveProperty(['headers', 'x-forwarded-host'], `127.0.0.1:${port}`)
  })
})

describe('what the server takes', () => {
  it.each([
    '/x/../api/issues',
    '/api/./users/login',
    '/api/%2e%2e/users',
    '//evil.example/',
    '/api/issues/%F0%9F',
  ])('refuses the path %s, which others would read differently, or not at all', async (path) => {
    expect((await ask(path)).status).toBe(path.startsWith('//') ? 404 : 400)
  })

  it('says in Chinese and English what to do about an API address at which there is nothing', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['GET', '/api/nothing/at/all?x=1'],
      ['GET', '/api/articles/a/b/c/'],
      ['POST', '/api/search'],
      ['DELETE', '/api/feeds/x/rss.xml'],
      ['GET', '/api/globals/nothing'],
    ] as const) {
      const { status, body } = await ask(path, { method })
      const [{ message, data }] = JSON.parse(body).errors
      expect([path, status, data.code]).toEqual([path, 404, 'noSuchAddress'])
      const named = path.split('?')[0]!.replace(/\/$/, '')
      for (const text of [
        `没有可用 ${method} 访问的 API 地址“${named}”`,
        `nothing at “${named}” for ${method}`,
        '/api/articles',
      ])
        expect(message).toContain(text)
    }
    // What is not there at an address that is there is told as it was.
    expect(JSON.parse((await ask('/api/articles/nothing')).body).errors).toEqual([{ message: '未找到' }])
    expect((await ask('/api/nothing', { method: 'OPTIONS' })).status).toBe(200)
  })

  it('says what to do about an address that is not encoded', async () => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => (received += chunk))
    const closed = once(socket, 'close')
    socket.write('GET /api/search?q=渡轮 HTTP/1.1\r\nhost: localhost\r\n\r\n')
    await closed
    const [head = '', body = ''] = received.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    const [{ message, data }] = JSON.parse(body).errors
    expect(data.code).toBe('unreadable')
    expect(message).toMatch(/百分号编码.*percent-encoded/)
  })

  it('refuses a body that says it is too long', async () => {
    const answer = await post('/api/issues', { text: 'x'.repeat(1000) })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body).errors[0].message).toContain('MB')
  })

  it('refuses a body that does not say so and is', async () => {
    const answer = await ask('/api/issues', {
      method: 'POST',
      headers: json,
      body: Array(20).fill('x'.repeat(100)),
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body).errors[0].data).toEqual({ code: 'tooLarge' })
  })

  it('takes a body without a length that is short enough', async () => {
    const body = JSON.stringify({ query: '{ Issues { totalDocs } }' })
    const answer = await ask('/api/graphql', {
      method: 'POST',
      headers: json,
      body: [body.slice(0, 9), body.slice(9)],
    })
    expect(answer.status).toBe(200)
  })

  it('gives uploads a limit of their own', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const send = (length: number) =>
      ask('/api/media', { method: 'POST', headers, body: 'x'.repeat(length) }).then(({ status }) => status)
    expect(await send(3000)).not.toBe(413)
    expect(await send(5000)).toBe(413)
  })
})

describe('what the answers carry', () => {
  it('is an id: the one that was sent if it is plain, else a new one', async () => {
    const sent = await ask('/healthz', { headers: { 'x-request-id': 'proxy-0123456789' } })
    expect(sent.headers['x-request-id']).toBe('proxy-0123456789')
    const odd = await ask('/healthz', { headers: { 'x-request-id': 'a"}{ "level":60' } })
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is a policy that lets an API answer do nothing, and others show our pictures', async () => {
    const { headers } = await ask('/api/issues')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('is a nonce for pages that no other answer has', async () => {
    const policy = async () => (await ask('/healthz')).headers['content-security-policy'] ?? ''
    const [first, second] = [await policy(), await policy()]
    expect(first).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/)
    expect(first).not.toBe(second)
  })
})

describe('the log', () => {
  it('has each request with its id, and no secret of it', async () => {
    logged.length = 0
    await ask('/api/users/me?token=query-secret', {
      headers: {
        'x-request-id': 'log-test-1',
        cookie: 'payload-token=cookie-secret',
        authorization: 'JWT head-secret',
      },
    })
    await ask('/admin/reset/path-secret')
    await expect.poll(() => logged.length).toBeGreaterThanOrEqual(2)
    const lines = logged.map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({
      req: { id: 'log-test-1', method: 'GET', path: '/api/users/me' },
      res: { status: 200 },
    })
    expect(logged.join('')).not.toMatch(/secret|cookie|authorization/)
  })
})

describe('guessing', () => {
  it('of passwords is stopped after a few failures; a success does not count', async () => {
    const email = 'chief@newsroom.test'
    const password = 'a password that nobody guesses'
    await booted.payload.create({
      collection: 'users',
      data: { email, password, name: 'Chief', roles: ['chief'] },
    })
    const attempt = async (word: string) => (await post('/api/users/login', { email, password: word })).status
    for (let tries = 0; tries < 5; tries++) expect(await attempt(password)).toBe(200)
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries++) statuses.push(await attempt('wrong'))
    expect(statuses.at(-1)).toBe(429)
    expect(statuses).toContain(401)
    expect(await attempt(password)).toBe(429)
  })

  // Payload reserves the request in a write outside its own transaction, which SQLite's lock would hold up for good.
  it('of addresses by asking for e-mails is stopped too', async () => {
    const attempt = async () =>
      (await post('/api/users/forgot-password', { email: 'no@newsroom.test' })).status
    expect([await attempt(), await attempt(), await attempt()]).toEqual([200, 200, 429])
  })
})

describe('health', () => {
  it('is good while the database answers, and nobody need know our name to ask', async () => {
    expect(await ask('/healthz', { headers: { host: '10.0.0.7' } })).toMatchObject({
      status: 200,
      body: '{"database":"ok"}',
    })
    expect(await ask('/readyz')).toMatchObject({ status: 200, body: '{"ready":true}' })
  })
})

describe('stopping', () => {
  it('finishes what is under way, takes nothing new, and says so to who asks', async () => {
    // A request whose body is still on its way when the server is told to stop.
    const slow = connect(port, '127.0.0.1')
    const body = JSON.stringify({ query: '{ Issues { totalDocs } }' })
    let received = ''
    slow.on('data', (chunk) => (received += chunk))
    const begun = once(server.http, 'request')
    slow.write(
      `POST /api/graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    )
    await begun
    const idle = connect(port, '127.0.0.1')
    idle.on('error', () => undefined) // Cut off, which is what is wanted.
    await Promise.all([once(idle, 'connect'), once(server.http, 'connection')])
    const half = connect(port, '127.0.0.1')
    let late = ''
    half.on('data', (chunk) => (late += chunk))
    const accepted = once(server.http, 'connection')
    half.write('GET /readyz HTTP/1.1\r\nhost: ')
    const [socket] = (await accepted) as [Socket]
    await vi.waitFor(() => expect(socket.bytesRead).toBeGreaterThan(0))

    // The database is let go of last; the test itself still needs it to tidy up.
    const destroy = vi.spyOn(booted.payload, 'destroy').mockResolvedValue()
    const answered = Promise.all([once(slow, 'close'), once(half, 'close')])
    const letGo = once(idle, 'close')
    const asked = performance.now()
    const closed = server.close(20_000)
    await expect(ask('/readyz')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await letGo
    expect(destroy).not.toHaveBeenCalled()
    slow.write(body)
    half.write('localhost\r\n\r\n')
    await Promise.all([closed, answered])
    // A connection that never sent anything is waited for by nobody.
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(late).toMatch(/^HTTP\/1\.1 503 /)
    expect(destroy).toHaveBeenCalledOnce()
    destroy.mockRestore()
    expect(received).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(received).toContain('"totalDocs"')
  })
})
