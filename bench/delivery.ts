// `npm run bench:delivery [-- --json --articles 10000,100000 --seconds 4 --rounds 5 --connections 16 --keep FOLDER]`: how fast published content
// is given out, beside the same Payload configuration under plain `next start`, Express with a ready string and bare node:http.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import type { Load, LoadOptions } from './load.ts'
import { type Measured, runProgram, startServer } from './servers.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    articles: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    'keep-build': { type: 'boolean', default: false },
    // A folder in which the filled newspapers are kept for the next time.
    keep: { type: 'string' },
  },
})
const sizes = values.articles.split(',').map(Number)
const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number) as [
  number,
  number,
  number,
]
const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
const withConfig = ['--conditions=production', '--import', 'tsx']
const servers: Measured[] = []
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`)

/** What is asked of which server. */
interface Series {
  name: string
  port: number
  paths: readonly string[]
}

try {
  await main()
} finally {
  for (const { stop } of servers) stop()
  rmSync(folder, { recursive: true, force: true })
}

async function main(): Promise<void> {
  say(`${cpus().length} cores shared with the client, Node ${process.version}, ${connections} connections`)
  await build()
  const houses = []
  for (const size of sizes) houses.push(await fill(size))
  const [small, large] = [houses[0]!, houses.at(-1)!]

  const own = (house: House, memory: string) =>
    start(house, { command: ['--conditions=production', 'dist/server.mjs'], memory, name: `own-${memory}` })
  const hit = await own(small, '64')
  const miss = await own(small, '0')
  const missLarge = large === small ? miss : await own(large, '0')
  const plain = await start(small, {
    command: ['node_modules/next/dist/bin/next', 'start', 'bench/plain', '-p', 'PORT', '-H', '127.0.0.1'],
    ...{ memory: '0', name: 'plain' },
  })
  const article = small.articlePaths[0]!
  const ready = async (kind: string): Promise<Measured> => {
    const url = `http://127.0.0.1:${hit.port}${article}`
    const command = ['--import', 'tsx', 'bench/readyServer.ts', kind, 'PORT', url]
    const server = await startServer({
      command,
      env: {},
      log: path.join(folder, `${kind}.log`),
      path: article,
    })
    servers.push(server)
    return server
  }
  const express = await ready('express')
  const bare = await ready('bare')

  const few = small.articlePaths.slice(0, 50)
  const results = await measure([
    { name: 'hit', port: hit.port, paths: few },
    { name: 'hitContents', port: hit.port, paths: small.contentPaths.slice(0, 20) },
    { name: 'bareHttp', port: bare.port, paths: [article] },
    { name: 'express', port: express.port, paths: [article] },
    { name: 'miss', port: miss.port, paths: small.articlePaths },
    { name: 'plainPayload', port: plain.port, paths: small.articlePaths },
    { name: 'missList', port: miss.port, paths: small.listPaths },
    { name: 'plainList', port: plain.port, paths: small.listPaths },
    { name: 'missContents', port: miss.port, paths: small.contentPaths },
    { name: 'plainContents', port: plain.port, paths: small.contentPaths },
    { name: 'missLarge', port: missLarge.port, paths: large.articlePaths },
    { name: 'missContentsLarge', port: missLarge.port, paths: large.contentPaths },
  ])
  report(results)
}

/** The middle one of the rounds, by requests a second; by turns, so that what else the machine does falls on all. */
async function measure(series: readonly Series[]): Promise<Record<string, Load>> {
  const loads = new Map<string, Load[]>(series.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, port, paths } of series) {
      const options: LoadOptions = { port, paths, connections, seconds, warmUp: round === 0 ? 3 : 0.5 }
      loads.get(name)!.push(await runProgram(['--import', 'tsx', 'bench/load.ts', JSON.stringify(options)]))
    }
  }
  return Object.fromEntries(
    [...loads].map(([name, all]) => {
      all.sort((one, other) => one.perSecond - other.perSecond)
      return [name, all[Math.floor(all.length / 2)]!]
    }),
  )
}

function report(loads: Record<string, Load>): void {
  for (const [name, { perSecond, p50, p99, bodyBytes }] of Object.entries(loads)) {
    say(
      `${name.padEnd(18)} ${perSecond.toFixed(0).padStart(7)}/s  p50 ${p50} ms  p99 ${p99} ms  ${bodyBytes} bytes`,
    )
  }
  const of = (name: string): number => loads[name]!.perSecond
  const ratios = {
    hitToPlainPayload: of('hit') / of('plainPayload'),
    hitToBareHttp: of('hit') / of('bareHttp'),
    hitToExpress: of('hit') / of('express'),
    missToPlainPayload: of('miss') / of('plainPayload'),
    missListToPlainList: of('missList') / of('plainList'),
    articleSmallToLarge: of('miss') / of('missLarge'),
    contentsSmallToLarge: of('missContents') / of('missContentsLarge'),
  }
  for (const [name, ratio] of Object.entries(ratios)) say(`${name.padEnd(24)} ${ratio.toFixed(2)}`)
  if (!values.json) return
  const rounded = (numbers: Record<string, number>) =>
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Math.round(value * 100) / 100]))
  console.log(
    JSON.stringify({
      ...rounded(Object.fromEntries(Object.entries(loads).map(([name, { perSecond }]) => [name, perSecond]))),
      p99: rounded(Object.fromEntries(Object.entries(loads).map(([name, { p99 }]) => [name, p99]))),
      ratios: rounded(ratios),
      ...{ articles: sizes, connections, seconds, rounds, node: process.version, cores: cpus().length },
    }),
  )
}

interface House {
  env: Record<string, string>
  articlePaths: string[]
  listPaths: string[]
  contentPaths: string[]
}

async function fill(articles: number): Promise<House> {
  const data = path.join(values.keep ?? folder, String(articles))
  const list = path.join(data, 'filled.json')
  const env = {
    ...{ NODE_ENV: 'production', LOG_LEVEL: 'info', BROADSHEET_DATA_DIR: data },
    ...{
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      DATABASE_URI: `file:${data}/broadsheet.db`,
      PUBLIC_URL: '',
    },
  }
  if (!existsSync(list)) {
    say(`filling a newspaper of ${articles} articles …`)
    const program = [...withConfig, 'bench/fillHouse.ts', String(articles)]
    writeFileSync(list, JSON.stringify(await runProgram(program, env)))
  }
  const made = JSON.parse(readFileSync(list, 'utf8')) as { issues: number; articles: string[] }
  // Spread over the whole archive: what is next to one another in the database would be read at once.
  const some = Array.from({ length: 1000 }, (_, at) => made.articles[(at * 7919) % made.articles.length]!)
  const days = Array.from({ length: Math.min(made.issues, 100) }, (_, at) => (at * 7919) % made.issues)
  const dayOf = (index: number): string => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10)
  return {
    env,
    articlePaths: some.map((id) => `/api/articles/${id}?depth=1`),
    listPaths: Array.from({ length: 200 }, (_, at) => `/api/articles?limit=20&page=${at + 1}`),
    contentPaths: days.map((index) => `/api/publications/trial-daily/issues/${dayOf(index)}`),
  }
}

async function start(
  house: House,
  { command, memory, name }: { command: string[]; memory: string; name: string },
): Promise<Measured> {
  const env = { ...house.env, BROADSHEET_MEMORY_MB: memory, NODE_OPTIONS: '--conditions=production' }
  const log = path.join(folder, `${name}-${servers.length}.log`)
  const server = await startServer({ command, env, log, path: house.articlePaths[0]! })
  servers.push(server)
  return server
}

/** `--keep-build` measures what was built last, whatever has changed since. */
async function build(): Promise<void> {
  const built = ['dist/server.mjs', 'bench/plain/.next/BUILD_ID'].every((file) =>
    existsSync(path.join(root, file)),
  )
  if (values['keep-build'] && built) return
  say('building …')
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
  }
  await runProgram(['scripts/build.mjs', '--if-stale'])
  await runProgram(['node_modules/next/dist/bin/next', 'build', 'bench/plain'], env)
}
