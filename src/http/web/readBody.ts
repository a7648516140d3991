import type { IncomingMessage } from 'node:http'

// A stream is read once: who looked at a body leaves it here for whoever answers.
const bodies = new WeakMap<IncomingMessage, Buffer>()

/** The body that `readBody` has read of a request, if it has. */
export function bodyOf(request: IncomingMessage): Buffer | undefined {
  return bodies.get(request)
}

/** Reads a body to its end and keeps it for `bodyOf`; null when the client goes away or sends more than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > limit) return null
      chunks.push(chunk)
    }
  } catch (error) {
    if (request.destroyed) return null
    throw error
  }
  const body = Buffer.concat(chunks)
  bodies.set(request, body)
  return body
}
