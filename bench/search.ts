import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

/** One archive, measured in a process of its own. Milliseconds are medians. */
interface Measured {
  articles: number
  /** Seconds to make the index anew. */
  rebuild: number
  /** Of the whole database, where it is one file. */
  bytes: number
  kinds: Record<string, { milliseconds: number; slowest: number; found: number }>
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '100000' },
  },
})
const say = (text: string): void => void (values.json ? process.stderr : process.stdout).write(`${text}\n`)
const round = (value: number): number => Math.round(value * 100) / 100

say(`GET /api/search, ${process.env.DATABASE_URI ? 'database of DATABASE_URI' : 'SQLite'}, invented text`)
const small = await measure(Number(values.small))
const large = await measure(Number(values.large))
const kinds = Object.entries(small.kinds).map(([kind, { milliseconds, slowest, found }]) => {
  const more = large.kinds[kind]!
  return {
    kind,
    small: { milliseconds: round(milliseconds), slowest: round(slowest), found },
    large: { milliseconds: round(more.milliseconds), slowest: round(more.slowest), found: more.found },
    ratio: round(more.milliseconds / milliseconds),
  }
})
const sum = ({ kinds: of }: Measured) =>
  Object.values(of).reduce((all, { milliseconds }) => all + milliseconds, 0)
const ratio = round(sum(large) / sum(small))
const worst = kinds.reduce((one, other) => (other.ratio > one.ratio ? other : one))
for (const { kind, small: one, large: other, ratio: times } of kinds) {
  say(
    `${kind.padEnd(14)} ${times.toFixed(2)} ×   ${one.milliseconds} → ${other.milliseconds} ms   ${one.found} → ${other.found} found`,
  )
}
say(`all kinds      ${ratio.toFixed(2)} ×, the worst ${worst.kind} ${worst.ratio.toFixed(2)} ×`)
if (values.json) {
  console.log(
    JSON.stringify({
      ratio,
      ...{ worst: { kind: worst.kind, ratio: worst.ratio }, kinds },
      small: summary(small),
      large: summary(large),
    }),
  )
}

function summary({ articles, rebuild, bytes }: Measured) {
  return { articles, rebuildSeconds: round(rebuild), databaseMegabytes: Math.round(bytes / 1024 / 1024) }
}

function measure(articles: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const program = new URL('./searchOnce.ts', import.meta.url).pathname
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', program, String(articles)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const line = printed.trim().split('\n').at(-1) ?? ''
      if (code !== 0 || !line.startsWith('{')) {
        reject(new Error(`${articles} articles ended with code ${code}: ${printed}`))
        return
      }
      const measured = JSON.parse(line) as Measured
      say(`${articles} articles: index made in ${measured.rebuild.toFixed(1)} s`)
      resolve(measured)
    })
  })
}
