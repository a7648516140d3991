import { describe, expect, it } from 'vitest'

import { PublishedReads } from '../../../src/delivery/publishedReads.ts'
import { RevisionWatch } from '../../../src/delivery/revisionWatch.ts'

/** A published word in a database whose revision rises with it; readings of it end when the test says so. */
function house() {
  const database = { word: '旧', revision: 1, fails: false }
  const clock = { now: 0 }
  const watch = new RevisionWatch({
    now: () => clock.now,
    interval: 1_000_000,
    read: async () => {
      if (database.fails) throw new Error('no database')
      return database.revision
    },
  })
  watch.start()
  const reads = new PublishedReads(watch, { memory: 1_000_000 })
  const readings: (() => void)[] = []
  /** Reads the word once at the beginning and once at the end, as Payload reads a document and its relations. */
  const ask = async (): Promise<Response> => {
    const first = database.word
    await new Promise<void>((resolve) => readings.push(resolve))
    return new Response(`${first}${database.word}`)
  }
  const publish = (word: string): void => {
    database.word = word
    database.revision += 1
  }
  const text = async (): Promise<string> => (await reads.read('word', ask)).answer.body.toString()
  return { database, clock, watch, reads, readings, publish, text }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('published reads', () => {
  it('ask once for all who want the same at the same time, and then answer from memory', async () => {
    const { reads, readings, text } = house()
    const asked = [text(), text(), text()]
    await settle()
    expect(readings).toHaveLength(1)
    readings[0]!()
    expect(await Promise.all(asked)).toEqual(['旧旧', '旧旧', '旧旧'])
    expect(await text()).toBe('旧旧')
    expect(reads.counts).toMatchObject({ misses: 1, shared: 2, hits: 1 })
  })

  it('never give out half of a publication that happened while they read, and keep only the new', async () => {
    const { readings, publish, text } = house()
    const answer = text()
    await settle()
    publish('新')
    readings[0]!()
    await settle()
    expect(readings).toHaveLength(2)
    readings[1]!()
    expect(await answer).toBe('新新')
    expect(await text()).toBe('新新')
    expect(readings).toHaveLength(2)
  })

  it('do not join a question from before a publication of this process', async () => {
    const { watch, readings, publish, text } = house()
    const before = text()
    await settle()
    publish('新')
    watch.moved(2)
    const after = text()
    await settle()
    expect(readings).toHaveLength(2)
    readings[1]!()
    expect(await after).toBe('新新')
    readings[0]!()
    expect(await before).toBe('新新')
  })

  it('look at the revision before they answer from memory when nobody has looked for a second', async () => {
    const { clock, readings, publish, text, reads } = house()
    const first = text()
    await settle()
    readings[0]!()
    await first
    publish('新')
    clock.now = 999
    expect(reads.inMemory('word')).toBeDefined()
    clock.now = 1000
    expect(reads.inMemory('word')).toBeUndefined()
    const second = text()
    await settle()
    readings[1]!()
    expect(await second).toBe('新新')
  })

  it('keep and give out nothing while the database does not say whether it is still true', async () => {
    const { clock, database, readings, text, reads } = house()
    const first = text()
    await settle()
    readings[0]!()
    await first
    clock.now = 5_000
    database.fails = true
    for (const round of [1, 2]) {
      const answer = text()
      await settle()
      readings[round]!()
      await answer
    }
    expect(reads.counts).toMatchObject({ misses: 3, hits: 0 })
  })

  it('keep what was made elsewhere of one state of what readers see, and nothing that a publication ran into', async () => {
    const { reads, watch, publish } = house()
    const make = (word: string) => ({
      ...{ status: 200, headers: new Headers({ 'content-type': 'text/html' }), body: Buffer.from(word) },
      generation: reads.generation,
    })
    await watch.check()
    await reads.keep('page', make('旧'))
    expect(reads.inMemory('page')?.body.toString()).toBe('旧')
    const begun = make('半')
    publish('新')
    await reads.keep('page', begun)
    expect(reads.inMemory('page')).toBeUndefined()
    await reads.keep('page', make('新'))
    expect(reads.inMemory('page')?.body.toString()).toBe('新')
  })

  it.each([
    ['an error of the server', new Response('{}', { status: 500 })],
    ['what is not to be stored', new Response('{}', { headers: { 'cache-control': 'no-store' } })],
    ['what is for one client', new Response('{}', { headers: { 'set-cookie': 'a=b' } })],
  ])('do not keep %s', async (_what, response) => {
    const { reads } = house()
    let asked = 0
    const ask = async (): Promise<Response> => {
      asked += 1
      return response.clone()
    }
    await reads.read('x', ask)
    await reads.read('x', ask)
    expect(asked).toBe(2)
  })
})
