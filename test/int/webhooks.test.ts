import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { inTransaction } from '../../src/database/inTransaction.ts'
import { deliverWebhooks } from '../../src/exports/server.ts'
import { queueOutbox } from '../../src/notices/queueOutbox.ts'
import { optionsOf, type Webhook } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import { bringOut, makeReady, newsroom, printedPage, type Newsroom, type Page } from '../newsroom.ts'

type Row = Record<string, any> & { id: string }

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

describe('webhooks', () => {
  let house: Booted
  let people: Newsroom
  let paper: Page
  let receiver: Server
  let webhooks: Webhook[]
  let received: Received[] = []
  let answer = 204
  let clock = Date.parse('2031-05-05T06:00:00Z')

  beforeAll(async () => {
    house = await boot()
    house.payload.logger.level = 'silent'
    people = await newsroom(house.payload)
    paper = await printedPage(house.payload)
    receiver = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (text: string) => (body += text))
      request.on('end', () => {
        received.push({ headers: request.headers, body })
        response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:9/' } : {}).end('ignored')
      })
    })
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    webhooks = [{ name: 'site', url, secret: 'a secret of the house' }]
  })
  afterAll(async () => {
    receiver.close()
    await house.stop()
  })
  beforeEach(() => {
    received = []
    answer = 204
  })

  const deliver = (more: object = {}) => {
    const { slugs } = optionsOf(house.payload)
    return deliverWebhooks({ slugs, payload: house.payload, webhooks, now: () => clock, ...more })
  }
  /** A message as publishing queues it, in a transaction that is committed. */
  const queue = async (kind: 'article.corrected' | 'other' = 'article.corrected', fails = false) => {
    const { slugs } = optionsOf(house.payload)
    const req = await createLocalReq({}, house.payload)
    const change = {
      ...{ kind, publication: paper.publication.id, issue: paper.issue.id, edition: null },
      ...{ articles: [paper.articles[0].id], at: new Date(clock).toISOString() },
    }
    await inTransaction(req, async () => {
      await queueOutbox(webhooks)({ slugs, req, change })
      if (fails) throw new Error('rolled back')
    }).catch(() => undefined)
  }
  const deliveries = async () =>
    (
      await house.payload.db.find<Row>({
        collection: 'webhook-deliveries',
        where: {},
        limit: 0,
        pagination: false,
        sort: 'createdAt',
      })
    ).docs

  it('say who they are, signed over id, time and body, and nothing that is not public', async () => {
    await queue()
    expect(await deliver()).toBe(1)
    expect(received).toHaveLength(1)
    const [{ headers, body }] = received as [Received]
    const id = String(headers['webhook-id'])
    const timestamp = String(headers['webhook-timestamp'])
    expect(Number(timestamp)).toBe(clock / 1000)
    const signature = createHmac('sha256', 'a secret of the house')
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(JSON.parse(body)).toEqual({
      ...{ id, kind: 'article.corrected', at: new Date(clock).toISOString(), edition: null },
      publication: { id: paper.publication.id, slug: 'riverside', name: '河畔日报' },
      issue: {
        id: paper.issue.id,
        date: '2021-10-09',
        edition: 'main',
        number: null,
        path: '/riverside/2021-10-09',
      },
      articles: [{ id: paper.articles[0].id, path: `/riverside/2021-10-09/a/${paper.articles[0].id}` }],
    })
    expect(body).not.toContain('新桥')
    const [row] = await deliveries()
    expect(row).toMatchObject({ status: 'delivered', attempts: 1, log: [{ status: 204, error: null }] })
    expect(await deliver()).toBe(0)
  })

  it('are not sent for what was rolled back, nor for names that are changed', async () => {
    await queue('article.corrected', true)
    await queue('other')
    expect(await deliver()).toBe(0)
    expect(received).toEqual([])
  })

  it('come again, under the same id and ever later, until they are taken; redirects are not followed', async () => {
    await queue()
    answer = 503
    expect(await deliver()).toBe(1)
    expect(await deliver()).toBe(0)
    clock += 7_000
    answer = 302
    expect(await deliver()).toBe(1)
    clock += 7_000
    expect(await deliver()).toBe(0)
    clock += 60_000
    answer = 200
    expect(await deliver()).toBe(1)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const [row] = (await deliveries()).slice(-1)
    expect(row!.log.map(({ status }: Row) => status)).toEqual([503, 302, 200])
    expect(row).toMatchObject({ status: 'delivered', attempts: 3 })
  })

  it('are given up after some two days, and an unreachable receiver is said in the log', async () => {
    await queue()
    const gone = [{ ...webhooks[0]!, url: 'http://127.0.0.1:9/' }]
    const begun = clock
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await deliver({ webhooks: gone })
      clock += 2 * 86_400_000
    }
    const [row] = (await deliveries()).slice(-1)
    expect(row).toMatchObject({ status: 'failed', attempts: 11, nextAt: null })
    expect(row!.log[0]).toMatchObject({
      status: null,
      error: expect.stringMatching(/ECONNREFUSED|TypeError/),
    })
    clock = begun + 86_400_000
  })

  it('are sent once by any number of processes, and again by another when one has died', async () => {
    await queue()
    const sent = await Promise.all([deliver(), deliver(), deliver()])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(received).toHaveLength(1)
    await queue()
    // It claims the delivery and is never heard of again.
    const never = new Promise<Response>(() => undefined)
    void deliver({ fetch: () => never })
    await expect.poll(async () => (await deliveries()).at(-1)?.rev).toBe(2)
    expect(await deliver()).toBe(0)
    clock += 61_000
    expect(await deliver()).toBe(1)
    expect(received).toHaveLength(2)
  })

  it('go to those alone who want the kind', async () => {
    await queue()
    await deliver({ webhooks: [{ ...webhooks[0]!, events: ['issue.published'] }] })
    expect(received).toEqual([])
  })

  it('tell of a published issue, in the transaction that publishes it', async () => {
    for (const { id } of paper.articles) await makeReady(people, id)
    await bringOut(people, paper.issue.id)
    const { docs } = await house.payload.db.find<Row>({
      ...{
        collection: 'outbox',
        where: { kind: { equals: 'issue.published' } },
        pagination: false,
        limit: 0,
      },
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]!.payload).toMatchObject({
      issue: { id: paper.issue.id },
      edition: { hash: expect.any(String) },
    })
    // This house tells nobody: what nobody is to be told is told already.
    expect(docs[0]!.dispatched).toBe(true)
  })
})
