import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A move that a publisher makes, in the chief's name. */
export interface Order {
  of: 'issue' | 'article'
  id: string
  transition: string
  /** It writes everything and never commits it. */
  hold?: boolean
}

/** A running publisher. */
export interface Publisher {
  /** Tells it what to do; resolves with what came of it, or with null when it was killed. */
  make(order: Order): Promise<string | null>
  /** Tells it to publish an issue. */
  publish(issue: string): Promise<string | null>
  /** Resolves when it has come to this letter; never when it dies before. */
  reached(letter: 'B' | 'C' | 'D'): Promise<void>
  /** Kills it as a power cut would. */
  kill(): void
  /** The letters it had written, once it is gone. */
  marks(): Promise<string>
  /** The sessions on MongoDB that it had begun transactions in. */
  sessions(): string[]
}

/** Starts a process that can publish on this database, and waits until it is ready. */
export async function startPublisher(databaseUri: string): Promise<Publisher> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'test/failures/publisher.ts'],
    {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URI: databaseUri },
      stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'ipc'],
    },
  )
  let written = ''
  const waiting: { letter: string; resolve: () => void }[] = []
  const channel = child.stdio[3] as Readable
  channel.setEncoding('utf8')
  channel.on('data', (text: string) => {
    written += text
    for (const { letter, resolve } of waiting) if (written.includes(letter)) resolve()
  })
  const gone = Promise.all([once(child, 'exit'), once(channel, 'end')])
  await Promise.race([
    once(child, 'message'),
    gone.then(() => Promise.reject(new Error('The publisher died'))),
  ])
  const make = async (order: Order) => {
    const answer = once(child, 'message') as Promise<[{ outcome: string }]>
    child.send(order)
    return Promise.race([answer.then(([{ outcome }]) => outcome), gone.then(() => null)])
  }
  return {
    make,
    publish: (issue) => make({ of: 'issue', id: issue, transition: 'publish' }),
    reached: (letter) =>
      written.includes(letter)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ letter, resolve })
          }),
    kill: () => void child.kill('SIGKILL'),
    marks: async () => {
      await gone
      return written.replace(/[^BCD]/g, '')
    },
    sessions: () => written.match(/[0-9a-f]{32}/g) ?? [],
  }
}
