import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'

import type { Asked, Ready } from './searchOnce.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '8' },
    // A folder in which the archives are kept for the next time; the index is made anew only with them.
    keep: { type: 'string' },
    kinds: { type: 'string' },
  },
})
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`)
const round = (value: number): number => Math.round(value * 100) / 100

const sizes: readonly Size[] = ['small', 'large']

say(`GET /api/search, ${process.env.DATABASE_URI ? 'database of DATABASE_URI' : 'SQLite'}, invented text`)
const small = await open(Number(values.small))
const large = await open(Number(values.large))
const kinds: Kind[] = []
/** Medians of the queries that find as many, within a tenth, in both. */
const alike: Record<Size, number[]> = { small: [], large: [] }
const asked = values.kinds?.split(',') ?? small.ready.kinds
for (const kind of asked) {
  const rounds: Record<Size, Asked[]> = { small: [], large: [] }
  // The first time fills caches.
  for (let turn = 0; turn <= Number(values.rounds); turn++) {
    const both = { small: await small.ask(kind), large: await large.ask(kind) }
    if (turn > 0) for (const size of sizes) rounds[size].push(both[size])
  }
  const found = { small: rounds.small[0]!.found, large: rounds.large[0]!.found }
  found.small.forEach((count, query) => {
    if (Math.abs(count - found.large[query]!) > count / 10) return
    for (const size of sizes) alike[size].push(median(rounds[size].map(({ times }) => times[query]!)))
  })
  const of = (size: Size) => ({
    ...spread(rounds[size].flatMap(({ times }) => times)),
    found: Math.round(sum(found[size]) / found[size].length),
  })
  const measured = { kind, small: of('small'), large: of('large') }
  const ratio = round(measured.large.median / measured.small.median)
  kinds.push({ ...measured, ratio })
  say(
    `${kind.padEnd(14)} ${ratio.toFixed(2)} ×   ${measured.small.median} → ${measured.large.median} ms   ${measured.small.found} → ${measured.large.found} found`,
  )
}
small.end()
large.end()

const over = (size: Size) => sum(kinds.map((kind) => kind[size].median))
const ratio = round(over('large') / over('small'))
const worst = kinds.reduce((one, other) => (other.ratio > one.ratio ? other : one))
say(`all kinds      ${ratio.toFixed(2)} ×; the worst, ${worst.kind}, ${worst.ratio.toFixed(2)} ×`)
const sameFound = {
  queries: alike.small.length,
  ratio: round(sum(alike.large) / sum(alike.small)),
  aboveTwice: alike.small.filter((time, query) => alike.large[query]! > 2 * time).length,
}
say(
  `as many found  ${sameFound.ratio.toFixed(2)} ×   ${sameFound.queries} queries, ${sameFound.aboveTwice} of them above 2`,
)
if (values.json) {
  const archive = ({ ready: { articles, rebuild, bytes } }: Archive) => ({
    ...{ articles, rebuildSeconds: round(rebuild), databaseMegabytes: Math.round(bytes / 1024 / 1024) },
  })
  console.log(
    JSON.stringify({
      ...{ ratio, worst: { kind: worst.kind, ratio: worst.ratio }, sameFound, kinds },
      ...{ small: archive(small), large: archive(large) },
    }),
  )
}

type Size = 'small' | 'large'

interface Kind {
  kind: string
  small: Measured
  large: Measured
  ratio: number
}

interface Measured {
  median: number
  p95: number
  found: number
}

interface Archive {
  ready: Ready
  ask(kind: string): Promise<Asked>
  end(): void
}

/** Makes an archive in a process of its own, and waits until it can be asked. */
async function open(articles: number): Promise<Archive> {
  const program = new URL('./searchOnce.ts', import.meta.url).pathname
  const child = fork(program, [String(articles), ...(values.keep ? [values.keep] : [])], {
    execArgv: ['--conditions=production', '--import', 'tsx'],
  })
  child.on('exit', (code) => {
    if (code !== 0) process.exit(code ?? 1)
  })
  const ready = (await answerOf(child)) as Ready
  say(`${articles} articles: index made in ${ready.rebuild.toFixed(1)} s`)
  return {
    ready,
    ask: async (kind) => {
      const answer = answerOf(child)
      child.send(kind)
      return (await answer) as Asked
    },
    end: () => void child.send('end'),
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  return (await once(child, 'message'))[0]
}

/** Milliseconds: the median, and what one query of twenty exceeds. */
function spread(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((one, other) => one - other)
  return { median: round(median(times)), p95: round(sorted[Math.floor(sorted.length * 0.95)]!) }
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
