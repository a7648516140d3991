import type { QueueName } from './readQueue.ts'

/** The list of articles, showing one queue. */
export function addressOf(list: string, queue: QueueName): string {
  return `${list}?queue=${queue}`
}

/**
 * The queue that the query of an address asks for, as it stands there; null when it asks for none. Payload gives the query parsed,
 * Next by its names as they are written: of several, or of a list, no queue has the name.
 */
export function queueIn(query: Record<string, unknown>): string | null {
  const asked = Object.entries(query).filter(
    ([name, value]) => (name === 'queue' || name.startsWith('queue[')) && value !== undefined && value !== '',
  )
  const [first, ...others] = asked
  if (!first) return null
  const [name, value] = first
  if (others.length === 0 && name === 'queue' && typeof value === 'string') return value
  return JSON.stringify(asked.map(([, one]) => one))
}

/** Whether an address narrows its list by a search or by filters. */
export function isNarrowed(query: Record<string, unknown>): boolean {
  return Object.entries(query).some(
    ([name, value]) =>
      (name === 'search' || /^where(\[|$)/.test(name)) && value !== undefined && value !== '',
  )
}
