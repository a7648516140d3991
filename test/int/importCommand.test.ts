import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makePage } from '../../bench/newspaper.ts'
import { boot, type Booted } from '../boot.ts'
import { countRows, folderOf, rowsOf } from '../importing.ts'

interface Ran {
  code: number | null
  out: string
  err: string
}

/** The command as a person runs it, in a process of its own. `onOut` sees what it prints as it comes. */
function run(
  argv: readonly string[],
  options: { env?: Record<string, string>; onOut?: (out: string, stop: () => void) => void } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const program = ['--conditions=production', '--import', 'tsx', 'scripts/import.ts', ...argv]
    const env = { ...process.env, NODE_OPTIONS: '', LANG: 'en_US.UTF-8', LC_ALL: '', ...options.env }
    const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      ran.out += chunk.toString()
      options.onOut?.(ran.out, () => child.kill('SIGINT'))
    })
    child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

describe('npm run import', () => {
  let house: Booted
  beforeAll(async () => {
    house = await boot()
  })
  afterAll(() => house.stop())

  it('imports beside a running server and prints JSON alone', async () => {
    const folder = folderOf({ 'p1.txt': makePage(1, { articles: 2 }) })
    const argv = [
      folder,
      '--publication',
      '河畔日报',
      '--create-publication',
      '--date',
      '2024-03-05',
      '--json',
    ]
    const ran = await run(argv)
    expect(ran.code, ran.err).toBe(0)
    expect(JSON.parse(ran.out).pages).toHaveLength(1)
    expect(await rowsOf(house.payload, 'articles')).toHaveLength(2)
  }, 120_000)

  it('refuses an unknown publication with one message and code 1, and leaves everything as it was', async () => {
    const before = await countRows(house.payload)
    const folder = folderOf({ 'p1.txt': makePage(2, { articles: 2 }) })
    const ran = await run([folder, '--publication', '无此日报', '--date', '2024-03-05'])
    expect(ran.code).toBe(1)
    expect(ran.err.split('\n').filter((line) => line.includes('publication.unknown'))).toHaveLength(1)
    expect(await countRows(house.payload)).toEqual(before)
  }, 120_000)

  it('stops after the page it is at on Ctrl-C, and the same command goes on from there', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`p${index + 1}.txt`, makePage(index + 100, { articles: 6 })]),
    )
    const argv = [folderOf(pages), '--publication', '河畔日报', '--date', '2024-03-06']
    let pressed = false
    const stopped = await run(argv, {
      onOut: (out, stop) => {
        // Once: a second time means to end at once.
        if (pressed || !out.includes('(new)')) return
        pressed = true
        stop()
      },
    })
    expect(stopped.code, stopped.err).toBe(130)
    expect(stopped.out).toContain('The same command goes on from here')
    const [issue] = await rowsOf(house.payload, 'issues', { date: { equals: '2024-03-06T12:00:00.000Z' } })
    const there = async () => (await rowsOf(house.payload, 'pages', { issue: { equals: issue!.id } })).length
    const half = await there()
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(30)
    for (const page of await rowsOf(house.payload, 'pages', { issue: { equals: issue!.id } })) {
      const { totalDocs } = await house.payload.count({
        collection: 'placements',
        where: { page: { equals: page.id } },
      })
      expect(totalDocs).toBe(6)
    }
    const rest = await run(argv)
    expect(rest.code, rest.err).toBe(0)
    expect(rest.out).toContain(`30 pages (${30 - half} new, 0 changed, ${half} unchanged)`)
    expect(await there()).toBe(30)
  }, 240_000)

  it('makes the database where there is none yet, and nothing at all for a wrong command line', async () => {
    const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'broadsheet-new-')), 'data')
    const env = { BROADSHEET_DATA_DIR: dataDir, DATABASE_URI: '', PAYLOAD_SECRET: '' }
    const folder = folderOf({ 'p1.txt': makePage(3, { articles: 1 }) })
    const argv = [folder, '--publication', '河畔日报', '--create-publication']
    expect((await run([...argv, '--date', '2024-13-01'], { env })).code).toBe(2)
    expect(existsSync(dataDir)).toBe(false)
    const ran = await run([...argv, '--date', '2024-03-05'], { env })
    expect(ran.code, ran.err).toBe(0)
    expect(existsSync(path.join(dataDir, 'broadsheet.db'))).toBe(true)
    const again = await run([...argv, '--date', '2024-03-05'], { env })
    expect(again.out).toContain('No change')
    rmSync(path.dirname(dataDir), { recursive: true, force: true })
  }, 240_000)
})
