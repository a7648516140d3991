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

say(`GET /api/search, ${process.env.DATABASE_URI ? 'database of DATABASE_URI' : 'SQLite'}, invented text`)
const small = await open(Number(values.small))
const large = await open(Number(values.large))
const kinds: Kind[] = []
const asked = values.kinds?.split(',') ?? small.ready.kinds
for (const kind of asked) {
  const times: Record<'small' | 'large', number[]> = { small: [], large: [] }
  let found = { small: 0, large: 0 }
  // The first time fills caches.
  for (let turn = 0; turn <= Number(values.rounds); turn++) {
    const [one, other] = [await small.ask(kind), await large.ask(kind)]
    found = { small: one.found, large: other.found }
    if (turn === 0) continue
    times.small.push(...one.times)
    times.large.push(...other.times)
  }
  const of = (size: 'small' | 'large') => ({ ...spread(times[size]), found: found[size] })
  const measured = { kind, small: of('small'), large: of('large') }
  const ratio = round(measured.large.median / measured.small.median)
  kinds.push({ ...measured, ratio })
  say(
    `${kind.padEnd(14)} ${ratio.toFixed(2)} ×   ${measured.small.median} → ${measured.large.median} ms   ${found.small} → ${found.large} found`,
  )
}
small.end()
large.end()

const sum = (size: 'small' | 'large') => kinds.reduce((all, kind) => all + kind[size].median, 0)
const ratio = round(sum('large') / sum('small'))
const worst = kinds.reduce((one, other) => (other.ratio > one.ratio ? other : one))
say(`all kinds      ${ratio.toFixed(2)} ×; the worst, ${worst.kind}, ${worst.ratio.toFixed(2)} ×`)
if (values.json) {
  const archive = ({ ready: { articles, rebuild, bytes } }: Archive) => ({
    ...{ articles, rebuildSeconds: round(rebuild), databaseMegabytes: Math.round(bytes / 1024 / 1024) },
  })
  console.log(
    JSON.stringify({
      ...{ ratio, worst: { kind: worst.kind, ratio: worst.ratio }, kinds },
      ...{ small: archive(small), large: archive(large) },
    }),
  )
}

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
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)]!)
  return { median: at(0.5), p95: at(0.95) }
}
