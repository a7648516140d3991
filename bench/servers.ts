import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** A server that is measured. */
export interface Measured {
  port: number
  stop: () => void
}

export interface ServerToStart {
  /** Node's own arguments and the program's. `PORT` stands for the port that is chosen. */
  command: readonly string[]
  env: Record<string, string>
  /** Its output goes there, as a server's log does. */
  log: string
  /** Answered with 200 as soon as it is ready. */
  path: string
}

/** Starts a server on a free port and waits until it answers. */
export async function startServer({ command, env, log, path: ready }: ServerToStart): Promise<Measured> {
  const port = await freePort()
  const file = openSync(log, 'w')
  const child = spawn(
    process.execPath,
    command.map((part) => part.replace('PORT', String(port))),
    { cwd: root, env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', file, file] },
  )
  const ended = new Promise<never>((_resolve, reject) =>
    child.once('exit', (code) => reject(new Error(`${command.join(' ')} ended with ${code}: see ${log}`))),
  )
  ended.catch(() => undefined)
  await Promise.race([ended, answers(`http://127.0.0.1:${port}${ready}`)])
  return { port, stop: () => stop(child) }
}

/** Runs a program of the bench to its end. @returns its last line, parsed */
export function runProgram<Result>(
  command: readonly string[],
  env: Record<string, string> = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command], {
      ...{ cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
    })
    let printed = ''
    child.stdout!.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => {
      const line = printed.trim().split('\n').at(-1) ?? ''
      if (code === 0) resolve((line.startsWith('{') ? JSON.parse(line) : null) as Result)
      else reject(new Error(`${command.join(' ')} ended with ${code}: ${printed}`))
    })
  })
}

function stop(child: ChildProcess): void {
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    if (Date.now() > deadline) throw new Error(`${url} does not answer.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
