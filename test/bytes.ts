import { Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http'

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
}

export interface RawRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** A client that adds and decodes nothing: what it sends is what it is told. */
export function rawClient(origin: string) {
  const agent = new Agent({ keepAlive: true })
  const ask = (path: string, { method = 'GET', headers = {}, body }: RawRequest = {}): Promise<RawAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const request = httpRequest(
        `${origin}${path}`,
        { method, agent, headers: { ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () => {
            const { statusCode: status = 0, headers: answered } = response
            resolve({ status, headers: answered, bytes: Buffer.concat(chunks) })
          })
        },
      )
      request.once('error', reject)
      request.end(body)
    })
  return { ask, close: () => agent.destroy() }
}
