import type { ServerResponse } from 'node:http'

/** More than any page has; a longer body is passed on and not kept. */
const limit = 4 * 1024 * 1024

/**
 * Sees a body go by and is called with the whole of it when it has been written to its end; never for one that was broken off, or that
 * is longer than 4 MB. Put where it stands before anything encodes the body.
 */
export function watchBody(response: ServerResponse, onEnd: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  const see = (chunk: unknown): void => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const piece = Buffer.from(chunk as string)
    bytes += piece.length
    if (bytes <= limit) chunks.push(piece)
  }
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  Object.assign(response, {
    write: (...args: unknown[]) => {
      see(args[0])
      return write(...args)
    },
    end: (...args: unknown[]) => {
      see(args[0])
      const ended = end(...args)
      if (bytes <= limit) onEnd(Buffer.concat(chunks))
      return ended
    },
  })
}
