import type { CodedBody, FinishedAnswer } from '../../delivery/finishedAnswer.ts'

/** Names and values by turns, as `writeHead` takes them without looking anything up. The last two are the request's id. */
export type HeaderList = string[]

/** What one body is sent with: in full, and to a client that has it already. */
export interface PreparedHeaders {
  full: HeaderList
  notModified: HeaderList
}

/** What says which other sites' scripts may read an answer. */
const ofReaders: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-credentials',
])

/** Everything but the id, once for each body. @param given.always what every answer carries */
export function prepareHeaders(
  answer: FinishedAnswer,
  given: { body: CodedBody; always: HeaderList; cacheControl: string },
): PreparedHeaders {
  const { body, always } = given
  const cacheControl = answer.cacheControl ?? (answer.status < 500 ? given.cacheControl : 'no-store')
  const shared = [...always, 'cache-control', cacheControl, 'etag', body.etag]
  // A script of another site may not read even that nothing has changed without being told that it may.
  const readers = answer.headers.filter(([name]) => ofReaders.has(name)).flat()
  const id = ['x-request-id', '']
  return {
    notModified: [...shared, ...readers, ...id],
    full: [
      ...shared,
      ...answer.headers.flat(),
      ...(body.coding === 'identity' ? [] : ['content-encoding', body.coding]),
      ...['content-length', String(body.bytes.length)],
      ...id,
    ],
  }
}
