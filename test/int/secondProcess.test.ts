import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { rawClient } from '../bytes.ts'
import { bringOut, makeReady, move, newsroom, printedPage, type Newsroom, type Page } from '../newsroom.ts'

let booted: Booted
let people: Newsroom
let printed: Page
let second: ChildProcess
let client: ReturnType<typeof rawClient>

beforeAll(async () => {
  booted = await boot()
  people = await newsroom(booted.payload)
  printed = await printedPage(booted.payload)
  for (const { id } of printed.articles) await makeReady(people, id)
  const program = ['--conditions=production', '--import', 'tsx', 'test/secondServer.ts']
  second = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const origin = await new Promise<string>((resolve, reject) => {
    second.once('exit', (code) => reject(new Error(`The second process ended with ${code}.`)))
    createInterface({ input: second.stdout! }).on('line', (line) => {
      if (line.startsWith('origin ')) resolve(line.slice('origin '.length))
    })
  })
  second.removeAllListeners('exit')
  client = rawClient(origin)
})
afterAll(async () => {
  client.close()
  second.kill()
  await booted.stop()
})

/** Everything that a publication changes, in one question: half of it would be another answer than any before or after. */
const everything = JSON.stringify({
  query: `{
    Articles(sort: "id") { totalDocs docs { id headline version modifiedAt } }
    Placements(sort: "id") { totalDocs docs { id tombstone article { id headline } } }
    Issues { docs { id pages { docs { id placements { docs { article { headline } } } } } } }
    Authors { docs { name articles { docs { headline } } } }
  }`,
})
const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: everything }

interface Seen {
  /** When it was asked, in `performance.now()`. */
  sent: number
  text: string
}

/** Readers of the second process who never stop asking: the same question, and, where `odd`, others that are never in memory. */
function readers(count: number) {
  const seen: Seen[] = []
  const crowd = { seen, odd: false, stop: async () => void ((going = false), await Promise.all(everyone)) }
  let going = true
  let asked = 0
  const everyone = Array.from({ length: count }, async (_, index) => {
    while (going) {
      const sent = performance.now()
      if (crowd.odd && index % 4 === 0) {
        await client.ask(`/api/articles?depth=2&where[headline][not_equals]=${(asked += 1)}`)
        continue
      }
      const { status, bytes } = await client.ask('/api/graphql', request)
      expect(status).toBe(200)
      seen.push({ sent, text: bytes.toString() })
    }
  })
  return crowd
}

it('a publication, a correction and a withdrawal are seen by a second process within a second, under load, and never half', async () => {
  const [article] = printed.articles
  const crowd = readers(16)
  onTestFinished(() => crowd.stop())
  const { seen } = crowd
  /** What the answer is at rest, once for each state of the paper. */
  const states: string[] = []
  const lags: number[] = []

  /** Makes a change, and waits until readers have asked many times more than a second after it was there. */
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    await work()
    const done = performance.now()
    const later = () => seen.filter(({ sent }) => sent > done + 1000)
    await expect.poll(() => later().length, { timeout: 60_000 }).toBeGreaterThan(100)
    const [first] = later()
    states.push(first!.text)
    expect(new Set(later().map(({ text }) => text)).size).toBe(1)
    const stale = seen.filter(({ text, sent }) => text !== first!.text && sent > done)
    lags.push(Math.max(0, ...stale.map(({ sent }) => sent - done)))
  }

  await change(async () => undefined)
  crowd.odd = true
  await change(() => bringOut(people, printed.issue.id))
  expect(states[1]).toContain('新桥通车')

  const { id } = article
  await move(people.chief2, { id, name: 'correct', input: { kind: 'typo', reason: '核对原稿' } })
  const { rev } = (await people.editor2.get(`/api/articles/${id}/transitions`)).body
  await people.editor2.patch(`/api/articles/${id}`, { rev, headline: '新桥今日通车' })
  await move(people.editor2, { id, name: 'submitCorrection', input: { note: '标题有误，已改正。' } })
  await move(people.chief, { id, name: 'signOff' })
  await move(people.proofreader, { id, name: 'proof' })
  // What is never in memory makes the second process look at the revision; without it its own looks must do.
  crowd.odd = false
  await change(() => move(people.chief, { id, name: 'republish' }))
  expect(states[2]).toContain('新桥今日通车')
  expect(states[2]).not.toContain('新桥通车')

  const notice = '本文已撤下。'
  await move(people.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice } })
  const confirmed = { reason: '同意', notice, confirm: true }
  await change(() => move(people.sectionHead, { id, name: 'withdraw', input: confirmed }))
  expect(states[3]).toContain(notice)
  expect(states[3]).not.toContain('新桥今日通车')

  // Four states, and no fifth answer that is none of them.
  expect(new Set(states).size).toBe(4)
  expect([...new Set(seen.map(({ text }) => text))].sort()).toEqual([...states].sort())
  for (const lag of lags) expect(lag).toBeLessThan(1000)
  console.info(
    `${seen.length} answers; last old answer asked ${lags.map(Math.round).join(', ')} ms after the change`,
  )
})
