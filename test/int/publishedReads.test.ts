import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { publishHouse, type PublishedHouse as Printed } from '../../bench/publishedHouse.ts'
import { publishedHouse, readPublished, type PublishedHouse } from '../../src/exports/delivery.ts'
import { boot, type Booted } from '../boot.ts'
import { rawClient, type RawAnswer } from '../bytes.ts'
import { serve, type Served } from '../http.ts'
import { graphqlQueries, restQueries, type Known, type ReaderQuery } from '../readerQueries.ts'

let booted: Booted
let payload: Payload
let served: Served
let client: ReturnType<typeof rawClient>
let printed: Printed
let house: PublishedHouse
let known: Known

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  printed = await publishHouse(payload, { articles: 90, perIssue: 30, hiddenEvery: 7 })
  served = await serve()
  client = rawClient(served.origin)
  house = publishedHouse(payload)
  known = {
    ids: {
      publications: [printed.publication],
      issues: printed.issues.slice(0, 2),
      pages: printed.pages.slice(0, 3),
      articles: [...printed.articles.slice(0, 4), printed.hidden[0]!],
      authors: printed.authors.slice(0, 2),
    },
    authors: printed.authors.slice(0, 3),
  }
})
afterAll(async () => {
  client.close()
  await served.close()
  await booted.stop()
})

function headersOf({ language, body }: ReaderQuery): Record<string, string> {
  return {
    ...(language ? { 'accept-language': language } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

const ask = (query: ReaderQuery): Promise<RawAnswer> => {
  const { url, body } = query
  return client.ask(url, {
    headers: headersOf(query),
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
}

/** What Payload answers without anything of ours in front of it. */
async function plainly(query: ReaderQuery): Promise<RawAnswer> {
  const { default: config } = await import('../../payload.config.ts')
  const { url, body } = query
  const post = body === undefined ? {} : { method: 'POST', body }
  const request = new Request(`${served.origin}${url}`, { headers: headersOf(query), ...post })
  const response =
    body === undefined
      ? await handleEndpoints({ config, request })
      : await (await import('@payloadcms/next/routes')).GRAPHQL_POST(config)(request)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

function expectAlike(answer: RawAnswer, plain: RawAnswer, query: ReaderQuery): void {
  const said = ({ status, headers, bytes }: RawAnswer) => ({
    ...{ query, status, type: headers['content-type'] },
    body: bytes.toString(),
  })
  expect(said(answer)).toEqual(said(plain))
  expect(answer.bytes.equals(plain.bytes)).toBe(true)
}

/** Asks each question twice and compares with plain Payload. @returns how many were a miss and then a hit */
async function compareAll(
  queries: readonly ReaderQuery[],
): Promise<{ both: number; statuses: Map<number, number> }> {
  let both = 0
  const statuses = new Map<number, number>()
  for (const query of queries) {
    const plain = await plainly(query)
    const before = house.reads.counts
    expectAlike(await ask(query), plain, query)
    const between = house.reads.counts
    expectAlike(await ask(query), plain, query)
    const after = house.reads.counts
    statuses.set(plain.status, (statuses.get(plain.status) ?? 0) + 1)
    const missed = between.misses === before.misses + 1 && between.hits === before.hits
    const hit = after.hits === between.hits + 1 && after.misses === between.misses
    if (missed && hit) both += 1
    // What failed inside may go well the next time; GraphQL says so in the body.
    else if (missed && plain.status < 500 && !plain.bytes.includes('"statusCode":5'))
      expect({ query, status: plain.status, hit }).toMatchObject({ hit: true })
  }
  return { both, statuses }
}

describe('what readers get from memory', () => {
  it('is byte for byte what Payload answers, over REST: 500 questions, each a miss and then a hit', async () => {
    const questions = new Map<string, ReaderQuery>()
    for (const query of fc.sample(restQueries(known), { numRuns: 1500, seed: 20211009 })) {
      const address = house.canonical(query.url)
      const key = `${house.languageOf(query.language)} ${address ?? query.url}`
      if (!questions.has(key)) questions.set(key, query)
    }
    const { both, statuses } = await compareAll([...questions.values()].slice(0, 700))
    expect(both).toBeGreaterThanOrEqual(500)
    // Errors are among them, not only what is found.
    for (const status of [200, 400, 404]) expect(statuses.get(status)).toBeGreaterThan(10)
  })

  it('is byte for byte what Payload answers, over GraphQL, errors included', async () => {
    const sampled = fc.sample(graphqlQueries(known), { numRuns: 400, seed: 20211009 })
    const questions = new Map(sampled.map((query) => [query.body, query]))
    const { both } = await compareAll([...questions.values()])
    expect(both).toBeGreaterThanOrEqual(100)
  })

  it('unpacks to the same bytes, compressed in either way', async () => {
    const path = `/api/articles/${printed.articles[5]}?depth=1`
    const { bytes } = await plainly({ url: path })
    for (const [coding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      for (let round = 0; round < 2; round += 1) {
        const answer = await client.ask(path, { headers: { 'accept-encoding': coding } })
        expect(answer.headers['content-encoding']).toBe(coding)
        expect(answer.headers.vary).toContain('Accept-Encoding')
        expect(unpack(answer.bytes).equals(bytes)).toBe(true)
      }
    }
  })

  it('is answered to pages too where the question is too long to be kept, and nothing else is', async () => {
    const { misses, entries } = house.reads.counts
    const long = `/api/search?q=${'a'.repeat(5000)}`
    const { status, body } = await readPublished<any>(payload, { url: long })
    expect({ status, code: body.errors[0].data.code }).toEqual({ status: 400, code: 'searchLong' })
    const unknown = `/api/publications?where[slug][equals]=${'a'.repeat(5000)}`
    expect((await readPublished<any>(payload, { url: unknown })).body.totalDocs).toBe(0)
    expect(house.reads.counts).toMatchObject({ misses, entries })
    for (const url of ['/api/users', '/api/articles/../users', '/api/users?x=/api/articles']) {
      await expect(readPublished(payload, { url })).rejects.toThrow('no published read')
    }
  })

  it('is no answer to pages where the database fails: they would tell readers that there is no such article', async () => {
    const url = `/api/articles/${printed.articles[6]}?depth=3`
    const failing = vi.spyOn(payload.db, 'findOne').mockRejectedValue(new Error('gone'))
    await expect(readPublished(payload, { url })).rejects.toThrow('could not be read')
    failing.mockRestore()
    expect((await readPublished(payload, { url })).status).toBe(200)
  })
})
