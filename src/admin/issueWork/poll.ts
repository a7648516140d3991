/** What an address answered: its JSON and the mark by which the next question can be cheap. */
export type Polled<T> =
  | { outcome: 'new'; body: T; etag: string | null }
  | { outcome: 'same' }
  | { outcome: 'failed'; status: number; message: string | null }

/** Asks again for what may not have changed: the server answers 304 while it is as it was. Status 0: not reachable. */
export async function poll<T>(
  url: string,
  { etag, language }: { etag: string | null; language: string },
): Promise<Polled<T>> {
  const response = await fetch(url, {
    credentials: 'include',
    cache: 'no-store',
    headers: { 'Accept-Language': language, ...(etag ? { 'If-None-Match': etag } : {}) },
  }).catch((error: unknown) => {
    // A network that is down is no bug of ours; everything else is.
    if (error instanceof TypeError) return null
    throw error
  })
  if (!response) return { outcome: 'failed', status: 0, message: null }
  if (response.status === 304) return { outcome: 'same' }
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : null
  if (response.ok) return { outcome: 'new', body: body as T, etag: response.headers.get('etag') }
  const message = (body as { errors?: { message?: string }[] } | null)?.errors?.[0]?.message ?? null
  return { outcome: 'failed', status: response.status, message }
}
