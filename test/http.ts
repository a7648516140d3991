import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'

import type { Answer } from './rest.ts'

/** A client of a server that really listens; without a token an anonymous one. */
export interface HttpClient {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (path: string, data: unknown, headers?: Record<string, string>) => Promise<Answer>
  patch: (path: string, data: unknown, headers?: Record<string, string>) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
  graphql: (query: string) => Promise<Answer>
  send: (request: HttpRequest) => Promise<Answer>
}

export interface HttpRequest {
  method: string
  path: string
  /** Sent as JSON; text is sent as a form. */
  data?: unknown
  headers?: Record<string, string>
  /** True leaves the answer as it came, which need not be JSON. */
  plain?: boolean
}

export interface Served {
  /** Where it listens, without a slash at the end. */
  origin: string
  client: (token?: string) => HttpClient
  close: () => Promise<void>
}

/** Starts the server, on the Payload instance that `boot` has started, on a port of its own; the API alone. */
export async function serve(): Promise<Served> {
  const { default: config } = await import('../payload.config.ts')
  const { createServer } = await import('../server/createServer.ts')
  const server = await createServer({
    ...{ config, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0, pages: false },
    rateLimits: { failures: 100_000, mails: 100_000, window: 60_000 },
  })
  server.http.listen(0, '127.0.0.1')
  await once(server.http, 'listening')
  const origin = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`

  const client = (token?: string): HttpClient => {
    const send = async ({ method, path, data, headers = {}, plain }: HttpRequest): Promise<Answer> => {
      const isForm = typeof data === 'string'
      const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          ...(data === undefined ? {} : { 'content-type': type }),
          ...(token ? { authorization: `JWT ${token}` } : {}),
          ...headers,
        },
        ...(data === undefined ? {} : { body: isForm ? data : JSON.stringify(data) }),
      })
      const text = await response.text()
      return { status: response.status, body: plain ? text : text ? JSON.parse(text) : null }
    }
    return {
      send,
      get: (path, headers) => send({ method: 'GET', path, ...(headers ? { headers } : {}) }),
      post: (path, data, headers) => send({ method: 'POST', path, data, ...(headers ? { headers } : {}) }),
      patch: (path, data, headers) => send({ method: 'PATCH', path, data, ...(headers ? { headers } : {}) }),
      delete: (path) => send({ method: 'DELETE', path }),
      graphql: (query) => send({ method: 'POST', path: '/api/graphql', data: { query } }),
    }
  }
  return {
    origin,
    client,
    close: async () => {
      server.http.closeAllConnections()
      await new Promise((resolve) => server.http.close(resolve))
    },
  }
}
