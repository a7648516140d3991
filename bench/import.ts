import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

/** One measurement, made in a process of its own so that none warms up or burdens another. */
interface Measured {
  seconds: number
  pages: number
  articles: number
  /** Highest resident set size, bytes. */
  peak: number
}

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    pages: { type: 'string', default: '200' },
    memory: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
})
const pages = Number(values.pages)
const rounds = Number(values.rounds)
const sizes = (values.memory ?? (values.full ? '100,1000,10000' : '100,1000')).split(',').map(Number)

const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`)

say(`${pages} pages, ${rounds} rounds; ${process.env.DATABASE_URI ? 'database of DATABASE_URI' : 'SQLite'}`)
const parse = await best('parse', Math.max(pages, 2_000))
say(`parsing alone      ${rate(parse)}`)
const whole: Measured[] = []
const plain: Measured[] = []
// By turns, so that what else the machine does falls on both.
for (let round = 0; round < rounds; round++) {
  whole.push(await measure('whole', pages))
  plain.push(await measure('plain', pages))
}
const wholeBest = fastest(whole)
const plainBest = fastest(plain)
const ratio = perSecond(wholeBest) / perSecond(plainBest)
say(`whole import       ${rate(wholeBest)}`)
say(`the plain way      ${rate(plainBest)}`)
say(`ratio              ${ratio.toFixed(2)}`)
const memory: { pages: number; peak: number; seconds: number }[] = []
for (const size of sizes) {
  const { peak, seconds } = await measure('whole', size)
  memory.push({ pages: size, peak, seconds })
  say(`peak memory        ${Math.round(peak / 1024 / 1024)} MB at ${size} pages (${seconds.toFixed(1)} s)`)
}
if (values.json) {
  const round = (value: number): number => Math.round(value * 100) / 100
  console.log(
    JSON.stringify({
      pages,
      articles: wholeBest.articles,
      parsePagesPerSecond: round(perSecond(parse)),
      importPagesPerSecond: round(perSecond(wholeBest)),
      plainPagesPerSecond: round(perSecond(plainBest)),
      ratio: round(ratio),
      memory: memory.map(({ pages: count, peak, seconds }) => ({
        ...{ pages: count, peakMegabytes: Math.round(peak / 1024 / 1024), seconds: round(seconds) },
      })),
    }),
  )
}

async function best(what: string, count: number): Promise<Measured> {
  const all: Measured[] = []
  for (let round = 0; round < rounds; round++) all.push(await measure(what, count))
  return fastest(all)
}

function fastest(all: readonly Measured[]): Measured {
  return all.reduce((one, other) => (perSecond(other) > perSecond(one) ? other : one))
}

function perSecond({ pages: count, seconds }: Measured): number {
  return count / seconds
}

function rate(measured: Measured): string {
  const { articles, seconds } = measured
  return `${perSecond(measured).toFixed(1)} pages/s, ${(articles / seconds).toFixed(0)} articles/s`
}

function measure(what: string, count: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const program = new URL('./importOnce.ts', import.meta.url).pathname
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', program, what, String(count)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const line = printed.trim().split('\n').at(-1) ?? ''
      if (code === 0 && line.startsWith('{')) resolve(JSON.parse(line) as Measured)
      else reject(new Error(`${what} of ${count} pages ended with code ${code}: ${printed}`))
    })
  })
}
