/** An answer of the API: its status, and its JSON read as `T` when it succeeded, as `Failure` when it did not. */
export type Answer<T, Failure> = { ok: true; body: T } | { ok: false; status: number; body: Failure | null }

/** What to ask of the API. */
export interface Asked {
  method?: 'GET' | 'POST'
  /** Sent as JSON. */
  data?: object
  /** Language in which refusals are answered. */
  language: string
  headers?: Record<string, string>
}

/** Asks this server's API as the user who is logged in. A server that cannot be reached answers with status 0. */
export async function request<T, Failure = unknown>(url: string, asked: Asked): Promise<Answer<T, Failure>> {
  const { method = 'GET', data, language, headers } = asked
  const response = await fetch(url, {
    method,
    credentials: 'include',
    cache: 'no-store',
    headers: {
      'Accept-Language': language,
      ...(data ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(data ? { body: JSON.stringify(data) } : {}),
  }).catch((error: unknown) => {
    // A network that is down is no bug of ours; everything else is.
    if (error instanceof TypeError) return null
    throw error
  })
  if (!response) return { ok: false, status: 0, body: null }
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : null
  return response.ok
    ? { ok: true, body: body as T }
    : { ok: false, status: response.status, body: body as Failure | null }
}
