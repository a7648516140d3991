import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { Readable, Transform } from 'node:stream'
import { bodyOf } from './readBody.ts'

/** A request as Payload takes it, and whether its body turned out to be longer than allowed. */
export interface WebRequest {
  request: Request
  exceeded: () => boolean
}

/**
 * The same request for code that speaks fetch. The body streams through and is cut off with an error after
 * `response.locals.bodyLimit` bytes; the signal aborts when the client goes away.
 * HEAD becomes GET, because Payload has no HEAD: whoever answers drops the body.
 */
export function toWebRequest(source: ExpressRequest, response: ExpressResponse): WebRequest {
  const method = source.method === 'HEAD' ? 'GET' : source.method
  const headers = new Headers()
  for (const [name, value] of Object.entries(source.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })

  const url = `${source.protocol}://${source.headers.host}${source.originalUrl}`
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: abort.signal }
  if (method === 'GET') return { request: new Request(url, init), exceeded: () => false }

  const read = bodyOf(source)
  if (read)
    return { request: new Request(url, { ...init, body: new Uint8Array(read) }), exceeded: () => false }

  const counter = countBytes(Number(response.locals.bodyLimit))
  source.on('error', (error) => counter.stream.destroy(error))
  init.body = Readable.toWeb(source.pipe(counter.stream)) as BodyInit
  init.duplex = 'half'
  return { request: new Request(url, init), exceeded: counter.exceeded }
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
