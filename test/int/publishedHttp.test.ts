import { once } from 'node:events'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { handleEndpoints, type Payload } from 'payload'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import { publishedHouse, type PublishedHouse } from '../../src/exports/delivery.ts'
import { newsArticleScript } from '../../src/exports/feeds.ts'
import { withdrawalAt } from '../../src/exports/permalinks.ts'
import { appServer, type AppServer } from '../appServer.ts'
import { boot, type Booted } from '../boot.ts'
import {
  makeReady,
  move,
  newsroom,
  printedPage,
  signedIn,
  bringOut,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

let booted: Booted
let payload: Payload
let server: AppServer
let client: AppServer['client']
let house: PublishedHouse
let people: Newsroom
let printed: Page
const logged: string[] = []

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  people = await newsroom(payload)
  printed = await printedPage(payload)
  for (const { id } of printed.articles) await makeReady(people, id)
  await bringOut(people, printed.issue.id)

  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  server = await appServer({ logger: pino(sink) })
  client = server.client
  house = publishedHouse(payload)
})
afterAll(async () => {
  server.close()
  await booted.stop()
})

const article = () => `/api/articles/${printed.articles[0].id}`

/** What the work adds to the counts. */
async function counted(work: () => Promise<unknown>): Promise<{ hits: number; misses: number }> {
  const before = house.reads.counts
  await work()
  const after = house.reads.counts
  return { hits: after.hits - before.hits, misses: after.misses - before.misses }
}

describe('an answer from memory', () => {
  it('carries the same headers of security, and an id, as any other API answer', async () => {
    await client.ask(article())
    const hit = await client.ask(article(), { headers: { 'x-request-id': 'proxy-0123456789' } })
    const other = await client.ask('/api/nothing-of-ours')
    const security = Object.keys(other.headers).filter((name) =>
      /^(content-security|cross-|x-|referrer|origin-|strict-)/.test(name),
    )
    expect(security.length).toBeGreaterThan(8)
    for (const name of security.filter((one) => one !== 'x-request-id')) {
      expect([name, hit.headers[name]]).toEqual([name, other.headers[name]])
    }
    expect(hit.headers['x-request-id']).toBe('proxy-0123456789')
    expect(hit.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect((await client.ask(article())).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is a line in the log like any other, without the query', async () => {
    await client.ask(`${article()}?depth=1`)
    logged.length = 0
    await client.ask(`${article()}?depth=1`, {
      headers: { 'x-request-id': 'log-test-hit', 'x-forwarded-for': '203.0.113.7' },
    })
    await expect.poll(() => logged.length).toBe(1)
    expect(JSON.parse(logged[0]!)).toMatchObject({
      level: 30,
      req: { id: 'log-test-hit', method: 'GET', path: article(), ip: '203.0.113.7' },
      res: { status: 200 },
      memory: 'hit',
    })
  })

  it('is a line in the log too where nobody waited for it', async () => {
    logged.length = 0
    let hangUp!: () => void
    const hungUp = new Promise<void>((resolve) => (hangUp = resolve))
    const reading = vi.spyOn(payload.db, 'findOne').mockImplementation(async () => {
      await hungUp
      return null
    })
    onTestFinished(() => reading.mockRestore())
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`GET ${article()}?depth=4 HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: gone-away\r\n\r\n`)
    const [, response] = await once(server.http, 'request')
    socket.destroy()
    await once(response, 'close')
    hangUp()
    await expect
      .poll(() => logged.map((line) => JSON.parse(line)))
      .toMatchObject([{ req: { id: 'gone-away', path: article() }, res: { status: 499 } }])
  })

  it('is 304 for who has these bytes already, and in full for who has others, of another coding too', async () => {
    const { headers } = await client.ask(article())
    const packed = await client.ask(article(), { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers.etag).not.toBe(headers.etag)
    for (const [etag, coding] of [
      [headers.etag!, 'identity'],
      [packed.headers.etag!, 'br'],
      [`W/${headers.etag}`, 'identity'],
      [`"x", ${headers.etag}`, 'identity'],
      ['*', 'br'],
    ] as const) {
      const asked = { 'if-none-match': etag, 'accept-encoding': coding }
      const answer = await client.ask(article(), { headers: asked })
      expect({ etag, status: answer.status, length: answer.bytes.length }).toEqual({
        ...{ etag, status: 304, length: 0 },
      })
      expect(answer.headers.etag).toBe((coding === 'br' ? packed : { headers }).headers.etag)
      expect(answer.headers['x-request-id']).toBeDefined()
    }
    // A cache that has only the packed bytes could not answer by a 304 that names the plain ones.
    for (const etag of [packed.headers.etag!, '"x"']) {
      expect((await client.ask(article(), { headers: { 'if-none-match': etag } })).status).toBe(200)
    }
  })

  it('has the length and headers of the body, and no body, for HEAD', async () => {
    const get = await client.ask(article())
    const head = await client.ask(article(), { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, bytes: Buffer.alloc(0) })
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.headers.etag).toBe(get.headers.etag)
  })

  it('is not given to hosts that are not ours', async () => {
    expect((await client.ask(article(), { headers: { host: 'evil.example' } })).status).toBe(421)
  })
})

describe('what comes from no memory', () => {
  it('says who may keep it: a picture that staff see is nobody else’s, and one that readers see is asked for anew', async () => {
    const { default: sharp } = await import('sharp')
    const background = '#884422'
    const data = await sharp({ create: { width: 20, height: 20, channels: 3, background } })
      .png()
      .toBuffer()
    const file = { name: 'bridge.png', data, mimetype: 'image/png', size: data.length }
    const picture = await payload.create({
      ...{ collection: 'media', file },
      data: { alt: '新桥', publication: printed.publication.id } as never,
    })
    const path = '/api/media/file/bridge.png'
    const { token } = await signedIn(payload, { roles: ['chief'], name: 'looking' })
    const askers = { authorization: `JWT ${token}`, cookie: `payload-token=${token}` }
    for (const [name, value] of Object.entries(askers)) {
      const headers = { [name]: value, 'sec-fetch-site': 'same-origin' }
      const answer = await client.ask(path, { headers })
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'private, no-store'])
    }
    expect((await client.ask(path)).status).toBe(403)
    await payload.db.updateOne({ collection: 'media', id: picture.id, data: { public: true } })
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await client.ask(path, { method })
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate'])
      expect(headers.vary).toContain('Cookie, Authorization')
    }
  })
})

describe('memory', () => {
  it('is not touched by who sends a cookie or a token, or anything but a question', async () => {
    const { token } = await signedIn(payload, { roles: ['chief'], name: 'reading' })
    const touched = await counted(async () => {
      const answers = [
        await client.ask(article(), { headers: { authorization: `JWT ${token}` } }),
        await client.ask(article(), { headers: { cookie: `payload-token=${token}` } }),
        await client.ask(article(), { headers: { cookie: 'theme=dark' } }),
        await client.ask(article(), { headers: { authorization: 'JWT wrong' } }),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(JSON.parse(answers[0]!.bytes.toString())).toHaveProperty('slip')
      expect(answers[0]!.headers['cache-control']).toBe('private, no-store')
      await client.ask('/api/users/me')
      await client.ask('/api/articles', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      await client.ask('/api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { createArticle(data: {}) { id } }' }),
      })
      await client.ask('/api/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ meUser { user { id } } }' }),
      })
    })
    expect(touched).toEqual({ hits: 0, misses: 0 })
    expect(JSON.parse((await client.ask(article())).bytes.toString())).not.toHaveProperty('slip')
  })

  it('is not touched by a request whose body is not what it says, or that is nothing but long', async () => {
    const fields = Array.from({ length: 12_000 }, () => 'id').join(' ')
    const json = { 'content-type': 'application/json' }
    const post = (body: string, headers: Record<string, string> = json) =>
      client.ask('/api/graphql', { method: 'POST', headers, body })
    const counts = JSON.stringify({ query: '{ countArticles { totalDocs } }' })
    const touched = await counted(async () => {
      await post(JSON.stringify({ query: `{ meUser { user { ${fields} } } }` }))
      const created = await post(JSON.stringify({ query: `mutation { createAuthor { ${fields} } }` }))
      expect(JSON.parse(created.bytes.toString()).errors).toBeDefined()
      expect((await post(counts, { 'content-type': 'application/json; charset=latin1' })).status).toBe(415)
    })
    expect(touched).toEqual({ hits: 0, misses: 0 })
    expect((await post(counts, { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200)
  })

  it('is not asked by what is no request of ours: it is told so, and nothing has failed', async () => {
    logged.length = 0
    const trace = await client.ask(article(), { method: 'TRACE' })
    expect({ status: trace.status, allow: trace.headers.allow }).toMatchObject({ status: 405 })
    const json = { 'content-type': 'application/json' }
    const broken = await client.ask('/api/graphql', { method: 'POST', headers: json, body: '{"query":' })
    expect(broken.status).toBe(400)
    expect(JSON.parse(broken.bytes.toString()).errors[0].data.code).toBe('badJson')
    await expect.poll(() => logged.length).toBe(2)
    for (const line of logged) expect(JSON.parse(line)).toMatchObject({ level: 40 })
  })

  it('has one place for all spellings of a question, and none for what the question does not ask', async () => {
    await client.ask(`${article()}?depth=0`)
    const spellings = [
      '?depth=0&utm_source=a',
      '?utm_source=b&depth=0',
      '?depth%5B%5D=&depth=0'.slice(0, 0) + '?&depth=0&',
    ]
    const same = await counted(async () => {
      for (const query of spellings) await client.ask(`${article()}${query}`)
    })
    expect(same).toEqual({ hits: 3, misses: 0 })
    // Payload answers so, and the bytes are the same.
    const address = new Request(`http://localhost${article()}/?depth=0`)
    const { default: config } = await import('../../payload.config.ts')
    const own = await (await handleEndpoints({ config, request: address })).text()
    const slash = await counted(async () => {
      expect((await client.ask(`${article()}/?depth=0`)).bytes.toString()).toBe(own)
    })
    expect(slash).toEqual({ hits: 1, misses: 0 })
  })

  it('stays within its bounds and keeps what is read through a flood of odd questions', async () => {
    await client.ask(article())
    await client.ask(article())
    const { entries } = house.reads.counts
    const flood = Array.from({ length: 300 }, (_, index) => `/api/publications?where[name][equals]=${index}`)
    await Promise.all(flood.map((path) => client.ask(path)))
    expect(house.reads.counts.entries).toBeGreaterThan(entries + 250)
    expect(house.reads.counts.bytes).toBeLessThan(64 * 1024 * 1024)
    expect(await counted(() => client.ask(article()))).toEqual({ hits: 1, misses: 0 })
  })

  it('does not keep what failed on our side', async () => {
    const path = `/api/authors/${printed.author.id}?depth=3`
    const failing = vi.spyOn(payload.db, 'findOne').mockRejectedValue(new Error('gone'))
    const failed = await client.ask(path)
    failing.mockRestore()
    expect(failed.status).toBe(500)
    expect(failed.headers['cache-control']).toMatch(/no-store/)
    expect((await client.ask(path)).status).toBe(200)
  })
})

describe('what changes', () => {
  const headline = async (): Promise<string> =>
    JSON.parse((await client.ask(article())).bytes.toString()).headline

  it('is read anew at once in the process that published it, and not while it is only being corrected', async () => {
    await client.ask(article())
    const { id } = printed.articles[0]
    await move(people.chief, { id, name: 'correct', input: { kind: 'typo', reason: '核对原稿' } })
    const { rev } = (await people.editor2.get(`/api/articles/${id}/transitions`)).body
    await people.editor2.patch(`/api/articles/${id}`, { rev, headline: '新桥今日通车' })
    expect(await counted(async () => expect(await headline()).toBe('新桥通车'))).toEqual({
      hits: 1,
      misses: 0,
    })
    await move(people.editor2, { id, name: 'submitCorrection', input: { note: '标题有误，已改正。' } })
    await move(people.chief2, { id, name: 'signOff' })
    await move(people.proofreader, { id, name: 'proof' })
    expect(await counted(async () => expect(await headline()).toBe('新桥通车'))).toEqual({
      hits: 1,
      misses: 0,
    })
    await move(people.chief, { id, name: 'republish' })
    expect(await headline()).toBe('新桥今日通车')
  })

  it('is told to search engines from memory, whatever the origin, and what follows it is told anew', async () => {
    const { id } = printed.articles[0]
    const script = (origin: string) => newsArticleScript(payload, { article: id, origin })
    expect(await script('https://one.example')).toContain('"url":"https://one.example/')
    expect(await script('https://two.example')).toContain('"url":"https://two.example/')
    expect(await counted(() => script('https://one.example'))).toEqual({ hits: 1, misses: 0 })
    expect(await newsArticleScript(payload, { article: 'nothing', origin: 'https://one.example' })).toBe(null)
  })

  it('is gone at once with its withdrawal, from articles, lists, joins and GraphQL', async () => {
    const { id } = printed.articles[0]
    const query = {
      query:
        '{ Articles { docs { id } } Issues { docs { pages { docs { placements { docs { article { id } } } } } } } }',
    }
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
    }
    const doors: [string, object][] = [
      [article(), {}],
      ['/api/articles?limit=100', {}],
      ['/api/placements?depth=0', {}],
      [`/api/authors/${printed.author.id}?depth=2`, {}],
      ['/api/graphql', post],
    ]
    const everything = async (): Promise<string[]> => {
      const answers = []
      for (const [path, request] of doors) answers.push((await client.ask(path, request)).bytes.toString())
      return answers
    }
    for (const answer of await everything()) expect(answer).toContain(id)
    await move(people.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice: '本文已撤下。' } })
    for (const answer of await everything()) expect(answer).toContain(id)
    await move(people.sectionHead, {
      id,
      name: 'withdraw',
      input: { reason: '同意', notice: '本文已撤下。', confirm: true },
    })
    expect((await client.ask(article())).status).toBe(410)
    for (const answer of await everything()) expect(answer).not.toContain('今日通车')
    expect(await counted(() => client.ask(article()))).toEqual({ hits: 1, misses: 0 })

    // Its permalink says so too, and a second view of the page asks the database nothing.
    const found = await client.ask(`/api/placements?where[article][equals]=${id}&depth=2`)
    const { issue: placed } = JSON.parse(found.bytes.toString()).docs[0]
    const permalink = `/${placed.publication.slug}/${placed.date.slice(0, 10)}/a/${id}`
    expect(await withdrawalAt(payload, permalink)).toMatchObject({ notice: '本文已撤下。' })
    expect(await counted(() => withdrawalAt(payload, permalink))).toEqual({ hits: 1, misses: 0 })
    const issue = permalink.split('/a/')[0]!
    expect([await withdrawalAt(payload, issue), await withdrawalAt(payload, '/nothing/2024-01-01')]).toEqual([
      null,
      null,
    ])
    expect(await newsArticleScript(payload, { article: id, origin: 'https://one.example' })).toBe(null)
  })
})
