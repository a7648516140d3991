import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, Transform } from 'node:stream'
import { addressOf } from '../published/addressOf.ts'
import { bodyOf } from './readBody.ts'

/** A request as Payload takes it, and whether its body turned out to be longer than allowed. */
export interface WebRequest {
  request: Request
  exceeded: () => boolean
}

/** A request that a web framework may have looked at: Express tells the protocol that a trusted proxy names. */
type Incoming = IncomingMessage & { protocol?: string }

export interface WebRequestOptions {
  response: ServerResponse
  /** Bytes that the body may have. */
  bodyLimit: number
}

/**
 * The same request for code that speaks fetch. The body streams through and is cut off with an error after
 * `bodyLimit` bytes; the signal aborts when the client goes away.
 * HEAD becomes GET, because Payload has no HEAD: whoever answers drops the body.
 */
export function toWebRequest(source: Incoming, { response, bodyLimit }: WebRequestOptions): WebRequest {
  const method = source.method === 'HEAD' ? 'GET' : (source.method ?? 'GET')
  const headers = new Headers()
  for (const [name, value] of Object.entries(source.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })

  const url = `${protocolOf(source)}://${source.headers.host}${addressOf(source)}`
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: abort.signal }
  if (method === 'GET') return { request: new Request(url, init), exceeded: () => false }

  const read = bodyOf(source)
  if (read)
    return { request: new Request(url, { ...init, body: new Uint8Array(read) }), exceeded: () => false }

  const counter = countBytes(bodyLimit)
  source.on('error', (error) => counter.stream.destroy(error))
  init.body = Readable.toWeb(source.pipe(counter.stream)) as BodyInit
  init.duplex = 'half'
  return { request: new Request(url, init), exceeded: counter.exceeded }
}

function protocolOf({ protocol, socket }: Incoming): string {
  return protocol ?? ('encrypted' in socket && socket.encrypted ? 'https' : 'http')
}

function countBytes(limit: number) {
  let count = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      done(count > limit ? new Error(`The body is longer than ${limit} bytes.`) : null, chunk)
    },
  })
  return { stream, exceeded: () => count > limit }
}
