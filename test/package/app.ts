import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs a program to its end; what it said is in the answer, not on the screen. */
export function run(
  command: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, env: options.env ?? process.env })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.on('data', (text) => (ran.out += text))
    child.stderr.on('data', (text) => (ran.err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

/** Runs a program that has to succeed; its words are the error if it does not. */
export async function must(...args: Parameters<typeof run>): Promise<Ran> {
  const ran = await run(...args)
  if (ran.code !== 0) throw new Error(`${args[0]} ${args[1].join(' ')}: ${ran.code}\n${ran.out}\n${ran.err}`)
  return ran
}

/** Builds the package and packs it, as for a registry: the tarball's path, and what npm says is in it. */
export async function pack(to: string): Promise<{ tarball: string; files: string[] }> {
  await must(process.execPath, ['scripts/buildPackage.mjs'], { cwd: root })
  const { out } = await must('npm', ['pack', '--json', '--pack-destination', to, './dist/package'], {
    cwd: root,
  })
  const [packed] = JSON.parse(out) as { filename: string; files: { path: string }[] }[]
  return {
    tarball: path.join(to, packed!.filename),
    files: packed!.files.map((file) => file.path).sort(),
  }
}

/** What the official template depends on, in the repository's versions. */
const wanted = [
  ...['payload', 'next', 'react', 'react-dom', 'graphql', 'sharp', 'typescript', '@types/node'],
  ...[
    '@types/react',
    '@types/react-dom',
    '@payloadcms/next',
    '@payloadcms/ui',
    '@payloadcms/richtext-lexical',
  ],
  ...['@payloadcms/db-mongodb', '@payloadcms/db-sqlite'],
]

/**
 * Makes the blank app in `folder` and installs the tarball with npm. The packages that the repository has already are there
 * as hard links before npm looks, which then takes away what the app does not ask for.
 */
export async function install(folder: string, tarball: string): Promise<void> {
  cpSync(path.join(root, 'test/fixtures/blank-app'), folder, { recursive: true })
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const versions = { ...own.dependencies, ...own.devDependencies } as Record<string, string>
  const manifest = path.join(folder, 'package.json')
  const app = JSON.parse(readFileSync(manifest, 'utf8'))
  app.dependencies = Object.fromEntries(wanted.map((name) => [name, versions[name]]))
  writeFileSync(manifest, JSON.stringify(app, null, 2))
  linkTree(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await must('npm', ['install', ...quick, tarball], { cwd: folder })
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === '.cache' || entry.name === '.vite') continue
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else link(source, target)
  }
}

/** Another disk has no hard links of this one's files. */
function link(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(source, target)
  }
}

/** A port that nothing listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** The app in production, as `next start` runs it, from its first answer on. */
export async function start(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<{ origin: string; log: () => string; stop: () => Promise<void> }> {
  const port = await freePort()
  const next = path.join(folder, 'node_modules/next/dist/bin/next')
  const child: ChildProcess = spawn(
    process.execPath,
    [next, 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      ...{ cwd: folder, env },
    },
  )
  let log = ''
  let ended = false
  const stopped = new Promise<void>((resolve) =>
    child.once('close', () => {
      ended = true
      resolve()
    }),
  )
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (text) => {
        log += text
        if (/Ready in/.test(log)) resolve()
      })
    }
  })
  await Promise.race([ready, stopped])
  if (ended) throw new Error(`The app ended before it was ready:\n${log}`)
  return {
    origin: `http://127.0.0.1:${port}`,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM')
      await stopped
    },
  }
}

/** A folder for this run, which `npm test` takes away with the rest of its temporary files. */
export function workFolder(): string {
  return path.join(tmpdir(), `broadsheet-package-${process.pid}`)
}
