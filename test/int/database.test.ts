import { afterAll, beforeAll, expect, it } from 'vitest'
import { boot, type Booted } from '../boot.ts'

let booted: Booted
beforeAll(async () => {
  booted = await boot()
})
afterAll(() => booted.stop())

// `npm test` looks for these names: without one of them a half that did not run would pass as green.
const adapters = { sqlite: 'sqlite', mongodb: 'mongoose' } as const

it(`runs on ${process.env.BROADSHEET_TEST_DB ?? 'sqlite'}`, () => {
  expect(booted.payload.db.name).toBe(adapters[booted.database])
  expect(booted.database).toBe(process.env.BROADSHEET_TEST_DB ?? 'sqlite')
})

it('has transactions', async () => {
  const id = await booted.payload.db.beginTransaction()
  expect(id).toBeTruthy()
  await booted.payload.db.rollbackTransaction(id ?? '')
})
