// One client of `bench:delivery`, in a process of its own: `load.ts '{"port":…,"paths":[…],…}'` prints one line of JSON.
// Plain sockets: a client that costs more than the server would measure itself.
import { connect, type Socket } from 'node:net'

export interface LoadOptions {
  port: number
  paths: readonly string[]
  connections: number
  /** Seconds that are measured, and seconds before them that are not. */
  seconds: number
  warmUp: number
}

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  requests: number
  /** Bytes of the last body. */
  bodyBytes: number
}

const options = JSON.parse(process.argv[2] ?? '{}') as LoadOptions
console.log(JSON.stringify(await run(options)))

async function run({ port, paths, connections, seconds, warmUp }: LoadOptions): Promise<Load> {
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`))
  const times: number[] = []
  const begin = performance.now() + warmUp * 1000
  const end = begin + seconds * 1000
  let next = 0
  let bodyBytes = 0

  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      let sent = 0
      const send = (): void => {
        if (performance.now() >= end) {
          socket.destroy()
          return resolve()
        }
        sent = performance.now()
        socket.write(requests[next++ % requests.length]!)
      }
      readAnswers(
        socket,
        (bytes) => {
          const now = performance.now()
          bodyBytes = bytes
          if (now >= begin && now < end) times.push(now - sent)
          send()
        },
        reject,
      )
      socket.once('error', reject)
      socket.once('connect', send)
    })
  await Promise.all(Array.from({ length: connections }, one))

  times.sort((a, b) => a - b)
  const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? 0)
  return {
    perSecond: round(times.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
    requests: times.length,
    bodyBytes,
  }
}

/** Calls back for each whole answer with status 200, by its length or its last chunk; anything else ends the measurement. */
function readAnswers(
  socket: Socket,
  onAnswer: (bytes: number) => void,
  onError: (error: Error) => void,
): void {
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (data) => {
    received = received.length === 0 ? data : Buffer.concat([received, data])
    const head = received.indexOf('\r\n\r\n')
    if (head === -1) return
    const headers = received.toString('latin1', 0, head).toLowerCase()
    if (!headers.startsWith('http/1.1 200')) return onError(new Error(headers.slice(0, 200)))
    const length = /content-length: (\d+)/.exec(headers)?.[1]
    const body = received.length - head - 4
    const whole = length ? body >= Number(length) : received.subarray(-5).toString('latin1') === '0\r\n\r\n'
    if (!whole) return
    received = Buffer.alloc(0)
    onAnswer(body)
  })
  socket.once('close', () => onError(new Error('The server closed the connection.')))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
