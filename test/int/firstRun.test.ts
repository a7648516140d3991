import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { firstRun } from '../../server/firstRun.ts'
import { boot, type Booted } from '../boot.ts'

let booted: Booted
beforeAll(async () => {
  booted = await boot()
})
afterAll(() => booted.stop())

/** A process that is about to set up the house, on the test's database. */
function settingUp() {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'test/settingUpProcess.ts'],
    { env: process.env },
  )
  let said = ''
  let isReady = (): void => undefined
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  const listen = (text: Buffer) => {
    said += text
    if (said.includes('ready')) isReady()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => {
      isReady()
      resolve({ code, said })
    }),
  )
  return { ready, ended, begin: () => child.stdin.write('go\n') }
}

const count = async (collection: string) => (await booted.payload.count({ collection })).totalDocs

it('of processes that start together on an empty house one sets it up, and the other says so', async () => {
  const starts = [settingUp(), settingUp()]
  await Promise.all(starts.map(({ ready }) => ready))
  for (const { begin } of starts) begin()
  const outcomes: string[] = []
  for (const { code, said } of await Promise.all(starts.map(({ ended }) => ended))) {
    expect(code, said).toBe(0)
    outcomes.push(/^outcome: (\w+)$/m.exec(said)?.[1] ?? said)
  }
  expect(outcomes.toSorted()).toEqual(['made', 'meanwhile'])
  expect(await count('users')).toBe(12)
  expect(await count('publications')).toBe(1)
  expect(await count('issues')).toBe(1)
  expect(await count('import-runs')).toBe(1)
})

it('a later start finds people and does nothing', async () => {
  expect(await firstRun(booted.payload, { samples: 'samples' })).toBeNull()
  expect(await count('users')).toBe(12)
})
