import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Carries a request's name to the page that answers it; what a client sent there is overwritten. */
export const pageHeader = 'x-broadsheet-page'

type SetStatus = (status: number) => void

// Pages run in Next's copy of the code: what both must see is on the process.
const key = Symbol.for('broadsheet.pageStatus')
const shared = globalThis as typeof globalThis & { [key]?: Map<string, SetStatus> }

function underWay(): Map<string, SetStatus> {
  return (shared[key] ??= new Map())
}

/** Lets the page that answers a request say its status. */
export function letPageSayStatus(request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID()
  request.headers[pageHeader] = id
  underWay().set(id, (status) => {
    if (!response.headersSent) response.statusCode = status
  })
  response.once('close', () => underWay().delete(id))
}

/**
 * Says, while a page is made, with which status it is answered: Next has no words for 410, and its `notFound()` leaves it to scripts to
 * show anything. False where Next was not asked through this server: then the status stays as it is.
 * @param id value of `pageHeader`
 */
export function sayStatus(id: string | null, status: number): boolean {
  const set = id === null ? undefined : underWay().get(id)
  set?.(status)
  return set !== undefined
}
