import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'

describe('transactions', () => {
  let house: Booted
  beforeAll(async () => {
    house = await boot()
  })
  afterAll(() => house.stop())

  const makePublication = (number: number) =>
    house.payload.create({
      collection: 'publications',
      data: { name: `第${number}报`, slug: `paper-${number}` },
    })

  it('creates 1,000 documents at 8 in parallel without one error', async () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => index)
    const worker = async () => {
      for (let next = numbers.pop(); next !== undefined; next = numbers.pop()) await makePublication(next)
    }
    await Promise.all(Array.from({ length: 8 }, worker))
    const { totalDocs } = await house.payload.count({ collection: 'publications' })
    expect(totalDocs).toBe(1_000)
  })

  it('rolls everything back when a hook fails, also what was written before it', async () => {
    const { hooks } = house.payload.collections.publications!.config
    const before = (await house.payload.count({ collection: 'publications' })).totalDocs
    const failing = async ({ req }: { req: any }) => {
      await house.payload.create({
        collection: 'publications',
        data: { name: '附带', slug: 'nested' },
        req,
        context: { nested: true },
      })
      throw new Error('a hook failed')
    }
    const once = (args: any) => (args.context.nested ? args.doc : failing(args))
    hooks.afterChange.push(once)
    try {
      await expect(makePublication(2_000)).rejects.toThrow('a hook failed')
    } finally {
      hooks.afterChange.splice(hooks.afterChange.indexOf(once), 1)
    }
    expect((await house.payload.count({ collection: 'publications' })).totalDocs).toBe(before)
  })

  it('shows nobody a row before its transaction is committed', async () => {
    const { payload } = house
    const id = await payload.db.beginTransaction()
    const req = { transactionID: id } as any
    await payload.db.create({
      collection: 'publications',
      data: { id: 'aaaaaaaaaaaa', name: '未提交', slug: 'open' },
      req,
    })
    const count = (inside: boolean) =>
      payload.db.count({
        collection: 'publications',
        where: { slug: { equals: 'open' } },
        ...(inside ? { req } : {}),
      })
    expect((await count(true)).totalDocs).toBe(1)
    expect((await count(false)).totalDocs).toBe(0)
    await payload.db.rollbackTransaction(id!)
    expect((await count(false)).totalDocs).toBe(0)
  })
})
