/**
 * `npm run bench:publish -- [--json] [--database sqlite|mongodb]`: an issue of 24 pages and 200 articles, published as a whole with slips, events, texts and
 * manifest, beside plain Payload's `update({ _status: 'published' })` for each of 200 articles. Turn and turn about, in
 * fresh processes on fresh databases; the median of each counts. With MONGODB_URI on MongoDB as well.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const size = { pages: 24, articles: Number(process.env.BENCH_ARTICLES ?? 200) }
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))

function run(script: string, uri: string, env: Record<string, string>): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', `bench/${script}.ts`],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ NODE_ENV: 'production', PAYLOAD_SECRET: 'x'.repeat(40), BROADSHEET_DATA_DIR: folder },
        ...{ DATABASE_URI: uri, BENCH_DATABASE: uri, BENCH_PAGES: String(size.pages) },
        ...{ BENCH_ARTICLES: String(size.articles), ...env },
      },
    },
  )
  const line = stdout.trim().split('\n').at(-1) ?? ''
  if (status !== 0 || !line.startsWith('{')) throw new Error(`${script} failed: ${stderr || stdout}`)
  return (JSON.parse(line) as { milliseconds: number }).milliseconds
}

function freshUri(database: 'sqlite' | 'mongodb'): string {
  const name = randomBytes(6).toString('hex')
  if (database === 'sqlite') return `file:${path.join(folder, `${name}.db`)}`
  const url = new URL(process.env.MONGODB_URI!)
  url.pathname = `/broadsheet_bench_${name}`
  return url.toString()
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const asked = process.argv[process.argv.indexOf('--database') + 1]
const databases = (process.env.MONGODB_URI ? (['sqlite', 'mongodb'] as const) : (['sqlite'] as const)).filter(
  (database) => !process.argv.includes('--database') || database === asked,
)
const results = databases.map((database) => {
  const plain: number[] = []
  const issue: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Plain Payload makes its tables itself, which it does outside of production alone.
    plain.push(run('publishPlain', freshUri(database), { NODE_ENV: 'development' }))
    issue.push(run('publishIssue', freshUri(database), {}))
  }
  return {
    database,
    plain: median(plain),
    issue: median(issue),
    ratio: Number((median(plain) / median(issue)).toFixed(2)),
    rounds: { plain, issue },
  }
})
rmSync(folder, { recursive: true, force: true })
const report = {
  ...size,
  cpus: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
  node: process.version,
  results,
}
if (process.argv.includes('--json')) console.log(JSON.stringify(report))
else
  for (const { database, plain, issue, ratio } of results)
    console.log(
      `${database}: ${size.articles} articles by payload.update ${plain} ms; the issue of ${size.pages} pages as a whole ${issue} ms: ${ratio} times as fast`,
    )
