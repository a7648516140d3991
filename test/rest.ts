import { handleEndpoints, type SanitizedConfig } from 'payload'

export interface Answer {
  status: number
  body: any
}

/**
 * Payload's REST and GraphQL API, asked as a client would ask: through its request handlers.
 * @param token of `payload.login`; absent for an anonymous client
 * @param house where there are several in one process
 */
export function apiClient(token?: string, house?: { config: Promise<SanitizedConfig>; key: string }) {
  const send = async (method: string, path: string, data?: unknown): Promise<Answer> => {
    const config = house?.config ?? (await import('../payload.config.ts')).default
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(data === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    })
    const response = path.startsWith('/api/graphql')
      ? await (await import('@payloadcms/next/routes')).GRAPHQL_POST(config)(request)
      : await handleEndpoints({ config, request, ...(house ? { payloadInstanceCacheKey: house.key } : {}) })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, data: unknown) => send('POST', path, data),
    patch: (path: string, data: unknown) => send('PATCH', path, data),
    delete: (path: string) => send('DELETE', path),
    graphql: (query: string) => send('POST', '/api/graphql', { query }),
  }
}
