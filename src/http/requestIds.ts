import { randomUUID } from 'node:crypto'

const sane = /^[A-Za-z0-9_.-]{8,64}$/

/** The id of a request that came with this `X-Request-Id`, if it is 8 to 64 plain characters (it ends up in logs); else a new one. */
export function idFor(given: string | string[] | undefined): string {
  return typeof given === 'string' && sane.test(given) ? given : randomUUID()
}
