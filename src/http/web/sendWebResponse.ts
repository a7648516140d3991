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

  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!response.hasHeader('cache-control')) setCaching(response, { isJson })

  if (response.req.method === 'HEAD' || !answer.body) {
    await answer.body?.cancel()
    response.end()
    return
  }
  if (isJson) {
    const body = Buffer.from(await answer.arrayBuffer())
    response.setHeader('content-length', body.length)
    response.end(body)
    return
  }
  // A client that goes away in the middle of a file is no error of ours.
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch((error) => {
    if (!response.destroyed) throw error
  })
}

/**
 * Who says nothing of it lets caches in between decide: one would keep a picture that staff looked at before it was published, or one
 * that was withdrawn. Published reads have said theirs already; what comes here may be for this asker alone.
 */
function setCaching(response: ServerResponse, { isJson }: { isJson: boolean }): void {
  const { cookie, authorization } = response.req.headers
  const forAsker = isJson || cookie !== undefined || authorization !== undefined
  response.setHeader('cache-control', forAsker ? 'private, no-store' : 'public, max-age=0, must-revalidate')
  if (!forAsker) response.appendHeader('vary', 'Cookie, Authorization')
}
