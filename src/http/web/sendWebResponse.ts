import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Answers with a fetch Response. JSON goes out in one piece, files stream; HEAD gets the headers alone. */
export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)

  if (response.req.method === 'HEAD' || !answer.body) {
    await answer.body?.cancel()
    response.end()
    return
  }
  if (answer.headers.get('content-type')?.startsWith('application/json')) {
    const body = Buffer.from(await answer.arrayBuffer())
    // Published reads have said theirs already; what comes here may be for this asker alone.
    if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'private, no-store')
    response.setHeader('content-length', body.length)
    response.end(body)
    return
  }
  // A client that goes away in the middle of a file is no error of ours.
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch((error) => {
    if (!response.destroyed) throw error
  })
}
